import { CalendarRange, Copy, EllipsisVertical, PanelRightOpen } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { DropMenu } from '#client/ui/drop-menu.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import type { PromotionItem } from '#server/promotions/promotions.schema.ts';
import { CopyPromotion } from './copy-promotion.tsx';
import { DatesDialog } from './dates-dialog.tsx';
import { OverlapWarning } from './overlap-warning.tsx';
import { useChangePeriod } from './use-change-period.ts';

type Props = { promotion: PromotionItem; onOpen: (id: string) => void };
type Dialog = 'dates' | 'month' | 'year' | null;

/** What else can be done with a bar; also the way to other days without dragging. */
export function TimelineMenu({ promotion, onOpen }: Props) {
  const t = useText('promotions');
  const changePeriod = useChangePeriod();
  const [dialog, setDialog] = useState<Dialog>(null);
  const label = t('menuOf', { title: promotion.title });
  const close = () => setDialog(null);
  return (
    <>
      <DropMenu
        label={label}
        renderButton={(props) => (
          <IconButton icon={EllipsisVertical} size={24} label={label} {...props} />
        )}
        items={[
          { label: t('open'), icon: PanelRightOpen, onSelect: () => onOpen(promotion.id) },
          { label: t('dates'), icon: CalendarRange, onSelect: () => setDialog('dates') },
          { label: t('copyTo.month'), icon: Copy, onSelect: () => setDialog('month') },
          { label: t('copyTo.year'), icon: Copy, onSelect: () => setDialog('year') },
        ]}
      />
      {dialog === 'dates' && (
        <DatesDialog
          promotion={promotion}
          renderWarning={(period) => (
            <OverlapWarning wanted={{ ...placeOf(promotion), ...period }} inNewTab />
          )}
          onClose={close}
          onChange={(period) => {
            close();
            void changePeriod(promotion, period);
          }}
        />
      )}
      {(dialog === 'month' || dialog === 'year') && (
        <CopyPromotion promotion={promotion} to={dialog} onClose={close} onCopied={onOpen} />
      )}
    </>
  );
}

function placeOf({ id, category, channels }: PromotionItem) {
  return { exceptId: id, category, channels };
}
