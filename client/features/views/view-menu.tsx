import { EllipsisVertical, Filter, Pencil, Trash2, UserRound, Users } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { DropMenu, type MenuItem } from '#client/ui/drop-menu.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import type { ViewItem } from '#server/views/views.schema.ts';
import { RenameView } from './rename-view.tsx';
import type { NewView, useSavedViews } from './use-saved-views.ts';

type Props = {
  view: ViewItem;
  /** What the screen shows now. */
  query: string;
  saved: ReturnType<typeof useSavedViews>;
};

/** For those who may change it. */
export function ViewMenu({ view, query, saved }: Props) {
  const t = useText('views');
  const [isRenaming, setRenaming] = useState(false);
  const { name, isShared } = view;
  const change = (patch: Partial<NewView>) => void saved.updateView(view, patch).catch(toastFailed);
  async function remove() {
    try {
      await saved.removeView(view);
      toastDone(t(isShared ? 'removedForAll' : 'removed', { name }), {
        label: t('common:undo'),
        run: () => void saved.restoreView(view).catch(toastFailed),
      });
    } catch (error) {
      toastFailed(error);
    }
  }
  const items: MenuItem[] = [
    { label: t('rename'), icon: Pencil, onSelect: () => setRenaming(true) },
    ...(query === view.query || query === ''
      ? []
      : [{ label: t('takeFilters'), icon: Filter, onSelect: () => change({ query }) }]),
    {
      label: t(isShared ? 'unshare' : 'share'),
      icon: isShared ? UserRound : Users,
      onSelect: () => change({ isShared: !isShared }),
    },
    {
      label: t('remove'),
      icon: Trash2,
      isDangerous: true,
      isFirstOfPart: true,
      onSelect: () => void remove(),
    },
  ];
  if (isRenaming)
    return (
      <RenameView
        name={name}
        onClose={() => setRenaming(false)}
        onRename={(next) => saved.updateView(view, { name: next })}
      />
    );
  return (
    <DropMenu
      label={t('menuOf', { name })}
      align="end"
      renderButton={(props) => (
        <IconButton icon={EllipsisVertical} size={26} label={t('menuOf', { name })} {...props} />
      )}
      items={items}
    />
  );
}
