// Sentences of the purchasing pages in Chinese. Keys begin with `purchasing.`.
export const purchasingZh = {} as const
