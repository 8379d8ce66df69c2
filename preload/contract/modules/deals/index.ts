// Deals have a record of their own; what is asked about them and how it is named is still with the contracts they hang together by.
export const deals = { commands: {}, queries: {}, names: {} }
