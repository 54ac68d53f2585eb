/** Something the person who started Haru can put right: shown as one sentence, without a stack. */
export class Refusal extends Error {}
