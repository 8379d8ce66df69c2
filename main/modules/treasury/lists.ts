// All lists of treasury in one table.
import { bankLists } from './bank-lists.ts'
import { documentLists } from './document-lists.ts'
import { ledgerLists } from './ledger-lists.ts'
import { openItemLists } from './open-item-lists.ts'

export const treasuryLists = { ...documentLists, ...openItemLists, ...bankLists, ...ledgerLists }
