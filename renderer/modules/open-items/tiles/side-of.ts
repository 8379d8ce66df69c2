// Which side a tile of who owes what shows.
export const SIDES = ['receivable', 'payable'] as const
export const sideOf = (side: unknown): (typeof SIDES)[number] => (side === 'payable' ? 'payable' : 'receivable')
