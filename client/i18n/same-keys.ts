/** The keys of `Texts` with any words; where Korean has `_other` alone, English also says `_one`. */
export type SameKeys<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : SameKeys<Texts[Key]>;
} & {
  readonly [
    Key in keyof Texts as Key extends `${infer Stem}_other` ? `${Stem}_one` : never
  ]: string;
};
