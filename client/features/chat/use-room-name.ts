import { useText } from '#client/i18n/use-text.ts';
import { usePeople } from '#client/ui/people.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { roomName } from './room-name.ts';

export function useRoomName() {
  const t = useText('chat');
  const viewer = useViewer();
  const { personOf, teamOf } = usePeople();
  return (room: Parameters<typeof roomName>[0]) =>
    roomName(room, { viewerId: viewer.id, personOf, teamOf, t });
}
