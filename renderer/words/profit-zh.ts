// Sentences of the profit pages in Chinese. Keys begin with `profit.`.
export const profitZh = {} as const
