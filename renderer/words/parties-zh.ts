// Sentences of the parties pages in Chinese. Keys begin with `parties.`.
export const partiesZh = {} as const
