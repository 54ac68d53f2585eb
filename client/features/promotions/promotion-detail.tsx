import { Button } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Copy, Pause, Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { RemindButton } from '#client/features/reminders/remind-button.tsx';
import { MakeTask } from '#client/features/tasks/make-task.tsx';
import { useText } from '#client/i18n/use-text.ts';
import { useToday } from '#client/ui/clock.ts';
import { DetailPanel } from '#client/ui/detail-panel.tsx';
import { EditableText } from '#client/ui/editable-text.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { isAbsent } from '#client/ui/error-message.ts';
import { Failure } from '#client/ui/failure.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { promotionAbilities } from '#server/promotions/promotions.policy.ts';
import {
  PROMOTION_BODY_MAX,
  PROMOTION_RESULT_MAX,
  PROMOTION_TITLE_MAX,
  type PromotionDetail as Promotion,
  type PromotionItem,
} from '#server/promotions/promotions.schema.ts';
import type { CopyTo } from './copy-dialog.tsx';
import { CopyPromotion } from './copy-promotion.tsx';
import { OverlapWarning } from './overlap-warning.tsx';
import { PromotionConflicts } from './promotion-conflicts.tsx';
import { PromotionFields } from './promotion-fields.tsx';
import { PromotionFiles } from './promotion-files.tsx';
import { shownStatus } from './shown-status.ts';
import { StatusMark } from './status-mark.tsx';
import { useCategoryHues } from './use-category-hues.ts';
import { usePromotionActs } from './use-promotion-acts.ts';
import { usePromotionEdit } from './use-promotion-edit.ts';
import { usePromotion, usePromotionFilters } from './use-promotions.ts';
import classes from './promotion-detail.module.css';

export function PromotionDetail() {
  const t = useText('promotions');
  const { promotionId } = useParams({ from: '/promotions/$promotionId' });
  const search = useSearch({ from: '/promotions' });
  const navigate = useNavigate();
  const close = () => void navigate({ to: '/promotions', search });
  const open = (id: string) =>
    void navigate({ to: '/promotions/$promotionId', params: { promotionId: id }, search });
  const { query, promotion } = usePromotion(promotionId);
  const isGone = isAbsent(query.error, 'promotion');
  const isThere = promotion !== undefined && !isGone;
  return (
    <DetailPanel
      label={promotion?.title ?? t('title')}
      onClose={close}
      head={isThere && <Head promotion={promotion} onRemoved={close} />}
    >
      {isGone && <EmptyState title={t('gone')} text={t('goneText')} />}
      {query.error !== null && !isGone && (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isPending && <RowsSkeleton />}
      {isThere && <Body key={promotion.id} promotion={promotion} onCopied={open} />}
    </DetailPanel>
  );
}

type BodyProps = { promotion: Promotion; onCopied: (id: string) => void };

function Body({ promotion, onCopied }: BodyProps) {
  const t = useText('promotions');
  const counts = usePromotionFilters();
  const hues = useCategoryHues();
  const edit = usePromotionEdit(promotion);
  const { kept, save, saveText } = edit;
  const { category, channels, startsOn, endsOn } = promotion;
  const status = shownStatus(promotion, useToday());
  return (
    <div className={classes.body}>
      <EditableText
        label={t('newTitle')}
        className={classes.title}
        value={promotion.title}
        maxLength={PROMOTION_TITLE_MAX}
        isRequired
        {...kept('title')}
        onSave={(title, begun) => saveText({ title }, begun)}
      />
      <PromotionConflicts edit={edit} />
      <PromotionFields
        promotion={promotion}
        counts={counts}
        hues={hues}
        onSave={(patch, from) => {
          if (Object.keys(patch).length > 0)
            save(patch, { ...promotion, ...from }).catch(toastFailed);
        }}
      />
      <EditableText
        label={t('body')}
        className={classes.text}
        value={promotion.body}
        placeholder={t('addBody')}
        maxLength={PROMOTION_BODY_MAX}
        isMultiline
        {...kept('body')}
        onSave={(body, begun) => saveText({ body }, begun)}
      />
      {status !== 'ended' && status !== 'stopped' && (
        <OverlapWarning wanted={{ category, channels, startsOn, endsOn, exceptId: promotion.id }} />
      )}
      <PromotionFiles promotion={promotion} />
      <section className={classes.part}>
        <h3 className={classes.partHead}>{t('resultNote')}</h3>
        <EditableText
          label={t('resultNote')}
          className={classes.text}
          value={promotion.resultNote}
          placeholder={t('addResultNote')}
          maxLength={PROMOTION_RESULT_MAX}
          isMultiline
          {...kept('resultNote')}
          onSave={(resultNote, begun) => saveText({ resultNote }, begun)}
        />
      </section>
      <MakeTask key={promotion.id} link={{ kind: 'promotion', id: promotion.id }} />
      <Acts promotion={promotion} onCopied={onCopied} />
    </div>
  );
}

type ActsProps = { promotion: PromotionItem; onCopied: (id: string) => void };

function Acts({ promotion, onCopied }: ActsProps) {
  const t = useText('promotions');
  const today = useToday();
  const { updatePromotion } = usePromotionActs();
  const [copyTo, setCopyTo] = useState<CopyTo | null>(null);
  const status = shownStatus(promotion, today);
  async function setStopped(stopped: boolean) {
    try {
      await updatePromotion(promotion, { stopped });
      toastDone(t(stopped ? 'stopped' : 'resumed'), {
        label: t('common:undo'),
        run: () => void setStopped(!stopped),
      });
    } catch (error) {
      toastFailed(error);
    }
  }
  return (
    <div className={classes.acts}>
      {(['month', 'year'] as const).map((to) => (
        <Button
          key={to}
          variant="default"
          leftSection={<Copy size={14} aria-hidden="true" />}
          onClick={() => setCopyTo(to)}
        >
          {t(`copyTo.${to}`)}
        </Button>
      ))}
      {status !== 'ended' && status !== 'stopped' && (
        <Button
          variant="default"
          leftSection={<Pause size={14} aria-hidden="true" />}
          onClick={() => void setStopped(true)}
        >
          {t('stop')}
        </Button>
      )}
      {status === 'stopped' && (
        <Button
          variant="default"
          leftSection={<Play size={14} aria-hidden="true" />}
          onClick={() => void setStopped(false)}
        >
          {t('resume')}
        </Button>
      )}
      {copyTo !== null && (
        <CopyPromotion
          promotion={promotion}
          to={copyTo}
          onClose={() => setCopyTo(null)}
          onCopied={onCopied}
        />
      )}
    </div>
  );
}

function Head({ promotion, onRemoved }: { promotion: PromotionItem; onRemoved: () => void }) {
  const t = useText('promotions');
  const viewer = useViewer();
  const today = useToday();
  const { removePromotion, restorePromotion } = usePromotionActs();
  const { title } = promotion;
  async function remove() {
    onRemoved();
    try {
      await removePromotion(promotion);
      toastDone(t('removed', { title }), {
        label: t('common:undo'),
        run: () => void restorePromotion(promotion).catch(toastFailed),
      });
    } catch (error) {
      toastFailed(error);
    }
  }
  return (
    <div className={classes.actions}>
      <StatusMark status={shownStatus(promotion, today)} />
      <RemindButton subject={{ kind: 'promotion', id: promotion.id }} title={title} />
      {promotionAbilities(viewer, promotion).remove && (
        <IconButton icon={Trash2} label={t('remove')} onClick={() => void remove()} />
      )}
    </div>
  );
}
