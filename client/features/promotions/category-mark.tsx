import classes from './marks.module.css';

type Props = { name: string; hue: number | undefined };

/** Its colour never stands alone: the name is beside it. */
export function CategoryMark({ name, hue }: Props) {
  return (
    <span className={classes.category}>
      <Swatch hue={hue} />
      <span className={classes.categoryName}>{name}</span>
    </span>
  );
}

export function Swatch({ hue = 0 }: { hue: number | undefined }) {
  return <span className={classes.swatch} data-hue={hue} aria-hidden="true" />;
}
