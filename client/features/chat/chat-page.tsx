import { Button } from '@mantine/core';
import { Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { Bookmark, MessageCircle, MessageCirclePlus, TextSearch } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { useHotkey } from '#client/ui/hotkeys.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { Page } from '#client/ui/page.tsx';
import { useNarrow } from '#client/ui/use-narrow.ts';
import { ChatSearchContext } from './chat-search-context.ts';
import { NewRoomDialog } from './new-room-dialog.tsx';
import { RoomsList } from './rooms-list.tsx';
import { SavedSheet } from './saved-sheet.tsx';
import { SearchPanel } from './search-panel.tsx';
import { useDraftKeeping } from './use-drafts.ts';
import { useSearchPanel } from './use-search-panel.ts';
import classes from './chat-page.module.css';

export function ChatPage() {
  const t = useText('chat');
  const isNarrow = useNarrow();
  const { roomId } = useParams({ strict: false });
  const navigate = useNavigate();
  useDraftKeeping();
  const [isCreating, setCreating] = useState(false);
  useHotkey({ keys: 'n', label: t('newRoom'), group: t('title') }, () => setCreating(true));
  const { search, call, setSearch, find, close, openFound } = useSearchPanel();
  useHotkey({ keys: '/', label: t('search.title'), group: t('title') }, () => find());
  const [isSavedOpen, setSavedOpen] = useState(false);
  const newRoom = (
    <Button
      variant="light"
      leftSection={<MessageCirclePlus size={15} aria-hidden="true" />}
      onClick={() => setCreating(true)}
    >
      {t('newRoom')}
    </Button>
  );
  const actions = (
    <>
      <IconButton icon={TextSearch} label={t('search.title')} onClick={() => find()} />
      <IconButton icon={Bookmark} label={t('savedList')} onClick={() => setSavedOpen(true)} />
      {isNarrow ? (
        <IconButton
          icon={MessageCirclePlus}
          label={t('newRoom')}
          variant="light"
          onClick={() => setCreating(true)}
        />
      ) : (
        newRoom
      )}
    </>
  );
  function open(id: string) {
    setCreating(false);
    void navigate({ to: '/chat/$roomId', params: { roomId: id } });
  }
  return (
    <Page title={t('title')} width="full" scroll="none" actions={actions}>
      <div className={classes.columns}>
        <div className={classes.rooms} data-scroll-restoration-id="chat-rooms" data-region>
          {search === null ? (
            <RoomsList openId={roomId ?? null} newRoom={newRoom} />
          ) : (
            <SearchPanel
              key={call}
              search={search}
              onChange={setSearch}
              onOpen={openFound}
              onClose={close}
            />
          )}
        </div>
        <ChatSearchContext value={find}>
          <Outlet />
        </ChatSearchContext>
        {roomId === undefined && !isNarrow && (
          <div className={classes.nothing}>
            <EmptyState icon={MessageCircle} title={t('choose')} text={t('chooseText')} />
          </div>
        )}
      </div>
      <NewRoomDialog isOpen={isCreating} onClose={() => setCreating(false)} onCreated={open} />
      <SavedSheet isOpen={isSavedOpen} onClose={() => setSavedOpen(false)} />
    </Page>
  );
}
