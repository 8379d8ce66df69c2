// Sentences of the contracts pages in Chinese. Keys begin with `contracts.`.
export const contractsZh = {} as const
