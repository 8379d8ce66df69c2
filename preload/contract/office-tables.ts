// Tables that are no record of a module: what the office itself keeps, each with the room it belongs to.

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
  number_series: 'main/commands',
  // What became of commands that were refused, and what a desk keeps for the office.
  command_outcome: 'main/commands',
  outbox: 'main/commands',
} as const satisfies Record<string, Room>
