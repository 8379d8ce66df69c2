// Parts that papers of many modules have: a fact, clauses one a line, totals by unit, how goods travel, what we are called.
import { Decimal, decimalTextOf } from '../../../preload/contract/vocabulary/decimal.ts'
import type { TransportMode } from '../../../preload/contract/vocabulary/incoterm.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import type { ContentBlock, Fact } from './content.ts'
import { paperWords, type Said } from './words.ts'
import type { PaperWriter } from './writer.ts'

export const fact = (label: Said, value: string): Fact => ({ label, value })

/** What a record says in its field of clauses, or else what is ready-made. */
export const clausesBlock = (written: string, readyMade: readonly string[] = []): ContentBlock => {
  const own = written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return { key: 'clauses', kind: 'clauses', title: paperWords.clauses, items: own.length > 0 ? own : readyMade }
}

/** Cells `quantity` and `unit` of a total, a line a unit: pieces and sets are never added together. */
export const unitTotals = (lines: readonly { quantity: string; unit: string }[], w: PaperWriter): { quantity: string; unit: string } => {
  const sums = new Map<string, Decimal>()
  for (const { quantity, unit } of lines) sums.set(unit, (sums.get(unit) ?? new Decimal(0)).plus(quantity))
  return {
    quantity: [...sums.values()].map((sum) => w.quantity(decimalTextOf(sum))).join('\n'),
    unit: [...sums.keys()].join('\n'),
  }
}

const MODES: Record<TransportMode, Said> = {
  sea: paperWords.sea,
  air: paperWords.air,
  rail: paperWords.rail,
  road: paperWords.road,
  courier: paperWords.courier,
}
export const modeText = (mode: TransportMode | null, w: PaperWriter): string => (mode === null ? '' : w.said(MODES[mode]))

/** What we are called; the letterhead says the rest. */
export const companyOnPaper = ({ company }: QueryContext, w: PaperWriter): string => w.lines({ en: company.nameEn, zh: company.name })
