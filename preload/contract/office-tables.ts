// Tables that are no record of a module: what the office itself keeps, each with the room it belongs to and which desks its rows may be on.
import type { SyncClass } from './define/record.ts'

/** Rooms that own tables. Their code alone writes them; what others may read of them, they give by functions. */
export type Room = 'db' | 'db/ledger' | 'db/trail' | 'main/access' | 'main/commands'

export const officeTables = {
  /** What each user's screens remember. */
  user_state: 'db',
  // Search: the index and what waits to be taken into it.
  search_entry: 'db',
  search_waiting: 'db',
  search_grams: 'db',
  search_initials: 'db',
  // Texts of files, and their index.
  file_text: 'db',
  file_grams: 'db',
  // The ledger: accounts, journals, open items and the balances kept beside them.
  ledger_key: 'db/ledger',
  account: 'db/ledger',
  journal: 'db/ledger',
  posting: 'db/ledger',
  open_item: 'db/ledger',
  sum_account: 'db/ledger',
  sum_party: 'db/ledger',
  sum_bank: 'db/ledger',
  sum_deal: 'db/ledger',
  sum_month: 'db/ledger',
  sum_result: 'db/ledger',
  // The audit trail.
  audit: 'db/trail',
  audit_seal: 'db/trail',
  change: 'db/trail',
  // Who is signed in.
  session: 'main/access',
  sign_in_place: 'main/access',
  // Contents that were sent and hang on no record yet.
  received_content: 'main/access',
  // Desks: what each last came with, wrong codes shown, and the company's certificate authority.
  desk_contact: 'main/access',
  pairing_try: 'main/access',
  company_key: 'main/access',
  number_series: 'main/commands',
  // What became of commands that were refused, and what a desk keeps for the office.
  command_outcome: 'main/commands',
  outbox: 'main/commands',
  // Versions of units, and whose they were before (units.ts).
  sync_unit: 'main/commands',
  sync_moved: 'main/commands',
} as const satisfies Record<string, Room>

type OfficeSync = {
  sync: SyncClass
  view?: readonly string[]
  owner?: string
  department?: string
  unit?: readonly string[]
  of?: { column: string; table: string }
}
/**
 * Which desks rows of the office's own tables may be on: a whole table is of one class. `view`: any of these rights; `owner`: the column that gives the scope.
 * `unit`: rows that are the same in these columns are one unit (default: `id`); `of`: they are in the unit of that row.
 */
export const officeSync: Readonly<Record<keyof typeof officeTables, OfficeSync>> = {
  user_state: { sync: 'own', owner: 'userId', unit: ['userId', 'key'] },
  search_entry: { sync: 'rebuilt' },
  search_waiting: { sync: 'rebuilt' },
  search_grams: { sync: 'rebuilt' },
  search_initials: { sync: 'rebuilt' },
  file_text: { sync: 'office' },
  file_grams: { sync: 'office' },
  ledger_key: { sync: 'ledger', unit: ['key'] },
  account: { sync: 'company', unit: ['code'] },
  journal: { sync: 'ledger' },
  posting: { sync: 'ledger', of: { column: 'journalId', table: 'journal' } },
  open_item: { sync: 'sums', view: ['receivable.view', 'payable.view'], owner: 'owner', department: 'department' },
  sum_account: { sync: 'ledger', unit: ['month'] },
  sum_party: { sync: 'sums', view: ['receivable.view', 'payable.view'], unit: ['party'] },
  sum_bank: { sync: 'sums', view: ['bank-account.view'], unit: ['bank', 'date'] },
  sum_deal: { sync: 'sums', view: ['profit.view'], of: { column: 'deal', table: 'sum_result' } },
  sum_month: { sync: 'sums', view: ['profit.view'], owner: 'owner', department: 'department', unit: ['month', 'owner', 'department'] },
  sum_result: { sync: 'sums', view: ['profit.view'], unit: ['deal'] },
  audit: { sync: 'office' },
  audit_seal: { sync: 'office' },
  change: { sync: 'office' },
  session: { sync: 'office' },
  sign_in_place: { sync: 'office' },
  received_content: { sync: 'office' },
  desk_contact: { sync: 'office' },
  pairing_try: { sync: 'office' },
  company_key: { sync: 'office' },
  number_series: { sync: 'office' },
  command_outcome: { sync: 'office' },
  outbox: { sync: 'office' },
  sync_unit: { sync: 'office' },
  sync_moved: { sync: 'office' },
}
