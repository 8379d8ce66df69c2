// The tables of later modules that a file may use all the same, each with its reason. The list only shrinks: a line that nothing needs any more is refused.
import type { Allowance } from './table-rule.ts'

export const tableAllowances: readonly Allowance[] = [
  {
    file: 'db/ledger/rates.ts',
    table: 'exchange_rate',
    why: 'the rate of a day is a fact of the ledger that nearly every module needs before books, and this one file reads it for all of them',
  },
  {
    file: 'db/ledger/periods.ts',
    table: 'revaluation',
    why: 'nothing is posted in foreign currency on or before the last revaluation: each posting asks for it, whichever module posts (L12)',
  },
  {
    file: 'db/ledger/hand-over.ts',
    table: 'party',
    why: 'an open item that was settled is opened again for the salesperson who has the customer now, inside the posting itself',
  },
  {
    file: 'db/ledger/earmarked.ts',
    table: 'bill_line',
    why: 'what of a bill over several contracts each contract bears is stored on its lines only; read in the statement that every report of overdue money begins with',
  },
  {
    file: 'db/ledger/earmarked.ts',
    table: 'purchase_line',
    why: 'names the contract of such a line of a bill, in the same statement',
  },
  {
    file: 'db/trail/witness.ts',
    table: 'backup',
    why: 'copies are witnesses of how the audit trail ended; the check of the trail compares with them below all modules',
  },
]
