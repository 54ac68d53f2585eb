import { Fragment } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { OptionRow } from '#client/ui/option-row.tsx';
import type { FindItem } from './find-box.tsx';
import classes from './find-box.module.css';

type Props = {
  id: string;
  items: readonly FindItem[];
  activeId: string | null;
  onPoint: (id: string) => void;
  onChoose: (item: FindItem, inNewTab: boolean) => void;
};

/** Groups under their names; each row is chosen by its id from the field above. */
export function FindList({ id, items, activeId, onPoint, onChoose }: Props) {
  const t = useText('find');
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a <select> holds no rows like these
    <div id={id} role="listbox" aria-label={t('results')}>
      {items.map((item, at) => (
        <Fragment key={item.id}>
          {item.group !== items[at - 1]?.group && (
            <div role="presentation" className={classes.group}>
              {item.group}
            </div>
          )}
          <Row
            id={`${id}-${item.id}`}
            item={item}
            isActive={item.id === activeId}
            onPoint={() => onPoint(item.id)}
            onChoose={onChoose}
          />
        </Fragment>
      ))}
    </div>
  );
}

type RowProps = Pick<Props, 'id' | 'onChoose'> & {
  item: FindItem;
  isActive: boolean;
  onPoint: () => void;
};

function Row({ id, item, isActive, onPoint, onChoose }: RowProps) {
  return (
    <OptionRow
      id={id}
      isActive={isActive}
      className={classes.row}
      onPoint={onPoint}
      onChoose={(event) => onChoose(item, event.metaKey || event.ctrlKey)}
    >
      <span className={classes.icon}>{item.icon}</span>
      <span className={classes.title}>{item.title}</span>
      {item.hint !== undefined && <span className={classes.hint}>{item.hint}</span>}
    </OptionRow>
  );
}
