// What an amendment of a contract says on paper: clause, was and now; lines added, taken out, changed; totals before and after. The same for both kinds of contract.
import type { ShownChange } from '../../../preload/contract/modules/amendments/calls.ts'
import { nameOf } from '../../../preload/contract/names/index.ts'
import type { AmendedKind } from '../../../preload/contract/records.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { Instalment } from '../../../preload/contract/vocabulary/payment-term.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { amendableOf, compare, contentOfVersion, versionsOf, type ContractInForce } from '../amendments/index.ts'
import { fact } from './blocks.ts'
import type { ContentBlock, Mark } from './content.ts'
import { instalmentWords, paperWords, purchaseInstalmentWords, type Said } from './words.ts'
import type { PaperWriter } from './writer.ts'

const named = (key: string): Said => ({ en: nameOf(key, 'en'), zh: nameOf(key, 'zh') })

/** Instalments without amounts: those of the new total stand below. */
const termText = (term: readonly Instalment[], w: PaperWriter, isPurchase: boolean): string =>
  term
    .map(({ share, event, days }) => {
      const how = isPurchase ? purchaseInstalmentWords[event]!(days) : w.said(instalmentWords[event]!(days))
      return `${share} % ${how}`
    })
    .join('\n')

const valueText = ({ kind }: ShownChange, value: ShownChange['before'], w: PaperWriter, isPurchase: boolean): string => {
  if (value === null || value === '') return '—'
  if (typeof value === 'boolean') return w.said(value ? paperWords.allowed : paperWords.notAllowed)
  if (Array.isArray(value)) return termText(value, w, isPurchase)
  if (typeof value === 'object') return w.money(value)
  if (kind === 'date') return w.date(value)
  if (kind === 'transport-mode') return w.said(named(`transport-mode.${value}`))
  if (kind === 'percent') return `${value} %`
  return kind === 'quantity' || kind === 'price' ? w.quantity(value) : value
}

export type AmendmentOnPaper = {
  version: number
  mark: Mark | null
  /** Why, since when, and what the other side agreed by. */
  about: ContentBlock
  changes: ContentBlock
  totals: ContentBlock
  unchanged: ContentBlock
}

/** In preparation, replaced by a later one, or in force. */
const markOf = (version: number, on: string | null, inForce: number): Mark | null => {
  if (on === null) return { word: 'draft' }
  return version < inForce ? { word: 'superseded' } : null
}

/**
 * The newest version, or the one asked for, against the one before it. `shown`: the fields that the other side may read; the exchange rate, remarks and the like
 * are not among them. Undefined where the contract was never amended.
 */
export const amendmentOnPaper = async (
  q: QueryContext,
  kind: AmendedKind,
  inForce: ContractInForce,
  version: number | undefined,
  w: PaperWriter,
  shown: { head: readonly string[]; lines: readonly string[] },
): Promise<AmendmentOnPaper | undefined> => {
  const versions = await versionsOf(q.db, inForce.id, q.viewer.language)
  const row = versions.find((v) => v.version === (version ?? versions[0]?.version))
  if (!row || row.version < 2) return undefined
  const amendable = amendableOf(q, kind)
  const before = await contentOfVersion(q.db, kind, inForce, row.version - 1)
  const after = await contentOfVersion(q.db, kind, inForce, row.version)
  const fields = {
    head: amendable.head.filter((f) => shown.head.includes(f.field)),
    lines: amendable.lines.filter((f) => shown.lines.includes(f.field)),
  }
  const { head, lines } = compare(before, after, fields)
  const isPurchase = kind === 'purchase-contract'
  const text = (change: ShownChange, value: ShownChange['before']) => valueText(change, value, w, isPurchase)
  const lineText = (fields: readonly ShownChange[], side: 'before' | 'after') =>
    fields.map((f) => `${w.said(named(f.name))}: ${text(f, f[side])}`).join('\n')
  const rows = [
    ...head.map((change) => ({
      clause: w.lines(named(change.name)),
      was: text(change, change.before),
      becomes: text(change, change.after),
    })),
    ...lines.map(({ line, goods, change, fields }) => ({
      clause: `${w.said(paperWords.lineNo)} ${line}\n${goods}`,
      was: change === 'added' ? '—' : lineText(fields, 'before'),
      becomes: change === 'removed' ? w.said(paperWords.lineRemoved) : lineText(fields, 'after'),
    })),
  ]
  const [was, now] = [money(before.total, before.currency), money(after.total, after.currency)]
  return {
    version: row.version,
    mark: markOf(row.version, row.inForceOn, inForce.version),
    about: {
      key: 'amendment',
      kind: 'facts',
      left: [
        fact(paperWords.reason, row.reason),
        fact(paperWords.agreedOn, w.date(row.inForceOn)),
        fact(paperWords.confirmation, row.confirmation),
      ],
      right: [],
    },
    unchanged: { key: 'unchanged', kind: 'text', text: w.lines(paperWords.otherTermsUnchanged) },
    changes: {
      key: 'changes',
      kind: 'rows',
      columns: [
        { key: 'clause', label: paperWords.clause, fixed: true, grow: 0.8 },
        { key: 'was', label: paperWords.was, fixed: true, grow: 1 },
        { key: 'becomes', label: paperWords.becomes, fixed: true, grow: 1 },
      ],
      rows,
      sums: [],
      words: [],
    },
    totals: {
      key: 'totals',
      kind: 'facts',
      left: [
        { label: paperWords.totalBefore, value: w.money(was) },
        { label: paperWords.totalAfter, value: w.money(now) },
        { label: paperWords.difference, value: was.currency === now.currency ? w.money(money(now.minor - was.minor, now.currency)) : '' },
      ],
      right: [],
    },
  }
}
