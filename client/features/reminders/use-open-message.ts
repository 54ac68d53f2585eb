import { useNavigate } from '@tanstack/react-router';
import { trpc } from '#client/api/trpc.ts';

/** Rejects when the message is not there, or not theirs to see. */
export function useOpenMessage() {
  const navigate = useNavigate();
  const { client } = trpc.useUtils();
  return async (messageId: string): Promise<void> => {
    const { roomId, no } = await client.chat.readers.query({ messageId });
    await navigate({ to: '/chat/$roomId', params: { roomId }, search: { no } });
  };
}
