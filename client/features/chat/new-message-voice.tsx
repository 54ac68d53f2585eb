import { useEffect, useRef, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { usePeople } from '#client/ui/people.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import type { Message } from '#server/chat/chat.schema.ts';

/** Messages that come together are announced together. */
const GATHER_MS = 800;

type Props = {
  messages: readonly Message[];
  /** The end of the room is loaded; before, what comes is history. */
  isAtNewest: boolean;
};

/** For those who listen: who said what, or how many messages came when many do. */
export function NewMessageVoice({ messages, isAtNewest }: Props) {
  const t = useText('chat');
  const viewer = useViewer();
  const { personOf } = usePeople();
  const newest = messages.at(-1)?.no ?? 0;
  const heardNo = useRef<number | null>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    if (heardNo.current === null) {
      if (isAtNewest) heardNo.current = newest;
      return;
    }
    const heard = heardNo.current;
    if (newest <= heard) return;
    const timer = setTimeout(() => {
      const news = messages.filter(
        (message) => message.no > heard && message.authorId !== viewer.id,
      );
      heardNo.current = newest;
      const [only] = news;
      if (news.length > 1) setWords(t('newMessages', { count: news.length }));
      else if (only !== undefined)
        setWords(t('heard', { name: personOf(only.authorId)?.name ?? '', text: only.body }));
    }, GATHER_MS);
    return () => clearTimeout(timer);
  }, [isAtNewest, newest, messages, viewer.id, personOf, t]);
  return (
    <VisuallyHidden>
      <span aria-live="polite">{words}</span>
    </VisuallyHidden>
  );
}
