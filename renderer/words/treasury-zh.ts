// Sentences of the treasury pages in Chinese. Keys begin with `treasury.`.
export const treasuryZh = {} as const
