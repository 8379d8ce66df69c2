// Shipping marks (唛头) of a shipment: as its contracts or its buyer write them, else the usual ones (UNECE Rec. 15).
import type { ReadableDb } from '../../../db/open.ts'

type Marked = {
  contracts: readonly { number: string; marks: string }[]
  buyer: { marks: string; shortName: string }
  portOfDischarge: string
  packages: number | null
}

/** Of the first contract that says any, or of the buyer; else short name, reference, destination and package numbers. */
export const marksFrom = ({ contracts, buyer, portOfDischarge, packages }: Marked): string => {
  const written = contracts.map(({ marks }) => marks).find((text) => text !== '') ?? buyer.marks
  if (written !== '') return written
  return [buyer.shortName, contracts[0]?.number ?? '', portOfDischarge, packages === null ? '' : `1-${packages}`]
    .filter((line) => line !== '')
    .join('\n')
    .toUpperCase()
}

/** The same, read: of goods of these contracts. */
export const marksOf = async (
  db: ReadableDb,
  contractIds: readonly string[],
  to: Pick<Marked, 'portOfDischarge' | 'packages'>,
): Promise<string> => {
  const contracts = await db
    .selectFrom('sales_contract as c')
    .innerJoin('party as p', 'p.id', 'c.customerId')
    .select(['c.number', 'c.marks', 'p.marks as buyerMarks', 'p.shortName'])
    .where('c.id', 'in', ['', ...contractIds])
    .orderBy('c.numberKey')
    .execute()
  const [first] = contracts
  return first ? marksFrom({ ...to, contracts, buyer: { marks: first.buyerMarks, shortName: first.shortName } }) : ''
}
