// Sentences of the catalogue pages in Chinese. Keys begin with `catalogue.`.
export const catalogueZh = {} as const
