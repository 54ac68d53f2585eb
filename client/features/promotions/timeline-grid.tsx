import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { useToday } from '#client/ui/clock.ts';
import { weekdayOf } from '#client/ui/seoul.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import type { PromotionItem } from '#server/promotions/promotions.schema.ts';
import type { BarPart } from './bar-change.ts';
import { canMove } from './bar-change.ts';
import { CategoryMark } from './category-mark.tsx';
import { clashesWith } from './clashes.ts';
import { followDrag } from './follow-drag.ts';
import { monthOf } from './month-grid.ts';
import { TimelineBar } from './timeline-bar.tsx';
import { TimelineMenu } from './timeline-menu.tsx';
import { timelineRows } from './timeline-rows.ts';
import type { TimelineChange } from './use-timeline-change.ts';
import classes from './promotion-timeline.module.css';

type Props = {
  promotions: readonly PromotionItem[];
  clashes: ReadonlyMap<string, readonly PromotionItem[]>;
  hues: ReadonlyMap<string, number>;
  month: string;
  openId: string | null;
  timeline: TimelineChange;
  onOpen: (id: string) => void;
};

const NOBODY: readonly PromotionItem[] = [];

/** Hundreds of bars listen through this one element, and only those that differ are drawn again. */
export function TimelineGrid({
  promotions,
  clashes,
  hues,
  month,
  openId,
  timeline,
  onOpen,
}: Props) {
  const t = useText('promotions');
  const today = useToday();
  const { days } = monthOf(month);
  const scroller = useRef<HTMLDivElement>(null);
  const wasDragged = useRef(false);
  const [activeId, setActiveId] = useState<string | null>(null);
  const { groups, count } = useMemo(() => timelineRows(promotions), [promotions]);
  const { changing } = timeline;
  const find = (target: EventTarget) => {
    const id = idAt(target);
    return promotions.find((promotion) => promotion.id === id);
  };

  function onPointerDown(event: PointerEvent) {
    const promotion = find(event.target);
    const part = partAt(event.target);
    wasDragged.current = false;
    if (promotion === undefined || part === null || event.button !== 0) return;
    if (scroller.current === null || (part === 'move' && !canMove(promotion))) return;
    const { current: box } = scroller;
    const dayWidth = box.scrollWidth / days;
    followDrag(event, {
      scroller: box,
      needsRest: part === 'move',
      onStart: () => timeline.hold(promotion, { part, days: 0 }),
      onMove: (distance) => {
        wasDragged.current = true;
        timeline.hold(promotion, { part, days: Math.round(distance / dayWidth) });
      },
      onDrop: timeline.confirm,
      onCancel: timeline.cancel,
      onRest: () => {
        wasDragged.current = true;
        setActiveId(promotion.id);
        requestAnimationFrame(() => clickMenu(box, promotion.id));
      },
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    const promotion = find(event.target);
    if (promotion === undefined || partAt(event.target) !== 'move') return;
    const isHeld = changing?.promotion.id === promotion.id;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step !== undefined && !event.altKey && !event.metaKey && !event.ctrlKey) {
      timeline.step(promotion, event.shiftKey ? 'end' : 'move', step);
    } else if (event.key === 'Enter' && isHeld) timeline.confirm();
    else if (event.key === 'Escape' && isHeld) timeline.cancel();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      focusBeside(scroller.current, event.target, event.key === 'ArrowDown' ? 1 : -1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- the bars are buttons; they listen through it */}
      <div
        className={classes.scroll}
        ref={(element) => {
          scroller.current = element;
          showToday(element);
        }}
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
        onPointerOver={({ target, pointerType }) =>
          pointerType === 'mouse' && changing === null && setActiveId(idAt(target))
        }
        onFocus={({ target }) => setActiveId(idAt(target))}
        onBlur={({ target, relatedTarget }) => {
          const isElsewhere = relatedTarget === null || idAt(relatedTarget) !== idAt(target);
          if (isElsewhere) timeline.cancel();
        }}
        onClick={({ target }) => {
          const promotion = find(target);
          if (promotion === undefined || partAt(target) === null || wasDragged.current) return;
          onOpen(promotion.id);
        }}
        onContextMenu={(event) => {
          const promotion = find(event.target);
          if (promotion === undefined) return;
          event.preventDefault();
          const box = event.currentTarget;
          setActiveId(promotion.id);
          if (changing === null) requestAnimationFrame(() => clickMenu(box, promotion.id));
        }}
      >
        <div
          className={classes.grid}
          data-held={changing !== null || undefined}
          style={{ '--days': days, '--rows': count } as CSSProperties}
        >
          {Array.from({ length: days }, (_, index) => (
            <Day key={index} month={month} date={index + 1} today={today} />
          ))}
          {groups.map(({ category, row, bars }) => [
            <div key={category} className={classes.category} style={{ gridRow: row }}>
              <span className={classes.categoryName}>
                <CategoryMark name={category} hue={hues.get(category)} />
                <span className={classes.count}>{bars.length}</span>
              </span>
            </div>,
            ...bars.map(({ promotion, row: barRow }) => {
              const isHeld = changing?.promotion.id === promotion.id;
              const period = isHeld ? changing.period : null;
              return (
                <TimelineBar
                  key={promotion.id}
                  promotion={promotion}
                  period={period}
                  row={barRow}
                  month={month}
                  hue={hues.get(category)}
                  today={today}
                  isOpen={promotion.id === openId}
                  others={
                    period === null
                      ? (clashes.get(promotion.id) ?? NOBODY)
                      : clashesWith({ ...promotion, ...period }, promotions)
                  }
                  menu={
                    promotion.id === activeId ? (
                      <TimelineMenu promotion={promotion} onOpen={onOpen} />
                    ) : null
                  }
                />
              );
            }),
          ])}
        </div>
      </div>
      <p className={classes.keys}>{t('timelineKeys')}</p>
      <VisuallyHidden>
        <output aria-live="assertive">{timeline.said}</output>
      </VisuallyHidden>
    </>
  );
}

function Day({ month, date, today }: { month: string; date: number; today: string }) {
  const day = `${month}-${String(date).padStart(2, '0')}`;
  const weekday = weekdayOf(day);
  return (
    <div
      className={classes.day}
      style={{ gridColumn: date }}
      data-weekend={weekday === 0 || weekday === 6 || undefined}
      data-today={day === today || undefined}
      {...(day === today && { 'aria-current': 'date' })}
    >
      <span>{date}</span>
    </div>
  );
}

/** A phone shows only some days: today is among them. */
function showToday(scroll: HTMLElement | null): void {
  if (scroll === null || scroll.dataset['shown'] !== undefined) return;
  scroll.dataset['shown'] = '';
  const day = scroll.querySelector<HTMLElement>('[aria-current=date]');
  if (day) scroll.scrollLeft = day.offsetLeft - scroll.clientWidth / 2;
}

function idAt(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('[data-promotion]')?.dataset['promotion'] ?? null;
}

/** Null beside the bars and on their menus. */
function partAt(target: EventTarget): BarPart | null {
  if (!(target instanceof Element)) return null;
  const part = target.closest<HTMLElement>('[data-part]')?.dataset['part'];
  return part === 'move' || part === 'start' || part === 'end' ? part : null;
}

function clickMenu(box: HTMLElement, id: string): void {
  box.querySelector<HTMLElement>(`[data-promotion="${id}"] [aria-haspopup=menu]`)?.click();
}

function focusBeside(box: HTMLElement | null, target: EventTarget, step: 1 | -1): void {
  const bars = [...(box?.querySelectorAll<HTMLElement>('[data-part=move]') ?? [])];
  bars[bars.findIndex((bar) => bar === target) + step]?.focus();
}
