import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { now } from '#client/ui/clock.ts';
import { sayAppointment } from '#client/ui/say-time.ts';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import type { Written } from './outgoing.ts';
import { useGiveBack } from './use-drafts.ts';
import { useScheduleActs } from './use-scheduled.ts';

/** Sets a message for later and says so, with a way back; rejects, with the reason on the screen, when it is refused. */
export function useScheduleFor(roomId: string) {
  const t = useText('chat');
  const locale = useLocale();
  const { schedule, cancel } = useScheduleActs();
  const giveBack = useGiveBack();
  return async (written: Written, sendAt: Date): Promise<void> => {
    try {
      const id = await schedule(roomId, written, sendAt);
      const undo = () => {
        cancel(id).then(() => giveBack({ roomId, ...written }), toastFailed);
      };
      const when = sayAppointment(sendAt, { now: now(), locale });
      toastDone(t('scheduledFor', { when }), { label: t('common:undo'), run: undo });
    } catch (error) {
      toastFailed(error);
      throw error;
    }
  };
}
