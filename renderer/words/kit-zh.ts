// Sentences of the controls in Chinese.
export const kitZh = {} as const
