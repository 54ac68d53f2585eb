import { useText } from '#client/i18n/use-text.ts';
import { toastDone } from '#client/ui/toasts.ts';
import type { PromotionItem } from '#server/promotions/promotions.schema.ts';
import { CopyDialog, type CopyTo } from './copy-dialog.tsx';
import { OverlapWarning } from './overlap-warning.tsx';
import { usePromotionActs } from './use-promotion-acts.ts';

type Props = {
  promotion: PromotionItem;
  to: CopyTo;
  onClose: () => void;
  /** With the id of the copy. */
  onCopied: (id: string) => void;
};

export function CopyPromotion({ promotion, to, onClose, onCopied }: Props) {
  const t = useText('promotions');
  const { duplicatePromotion } = usePromotionActs();
  const { category, channels } = promotion;
  return (
    <CopyDialog
      promotion={promotion}
      to={to}
      renderWarning={(period) => (
        <OverlapWarning wanted={{ category, channels, ...period }} inNewTab />
      )}
      onClose={onClose}
      onCopy={async (period) => {
        const { item } = await duplicatePromotion(promotion, period);
        onClose();
        toastDone(t('copied'));
        onCopied(item.id);
      }}
    />
  );
}
