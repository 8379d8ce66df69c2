// Sentences of the shipments pages in Chinese. Keys begin with `shipments.`.
export const shipmentsZh = {} as const
