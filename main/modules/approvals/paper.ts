// The approval sheet (审批单): what was put before the approvers, in the figures they were shown, and what each of them decided. Rule PA25 of papers.
import { rightsFor, seesSecret } from '../../../preload/contract/figures.ts'
import { hasName, nameOf } from '../../../preload/contract/names/index.ts'
import type { ApprovalKind } from '../../../preload/contract/records.ts'
import { dayIn } from '../../../preload/contract/vocabulary/dates.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { approvableOf, type ApprovalRow, isPendingOrApproved, readBoard } from '../../records/approvals/index.ts'
import { fact, type Fact, type Mark, type PaperMaker, paperWords, type PaperWriter, submissionSteps } from '../../records/papers/index.ts'
import { maySeeSheet, secretsOfSheet } from './views.ts'

/** The submission, for who sees it (A15). */
const seenRow = async (q: QueryContext, id: string): Promise<ApprovalRow | undefined> => {
  const row = await q.db.selectFrom('approval').selectAll().where('id', '=', id).executeTakeFirst()
  return row && (await readBoard(q, [row])).sees(row) ? row : undefined
}

/** A refused or withdrawn submission approves nothing; what was changed since it was decided is not what was approved (A3). */
const markOf = async (q: QueryContext, row: ApprovalRow): Promise<Mark | null> => {
  if (!isPendingOrApproved(row)) return { word: 'void', why: nameOf(`approval-state.${row.state as 'ended'}`, 'zh') }
  const document = await approvableOf(q, row.kind as ApprovalKind)?.read(q, row.documentId)
  return document?.revision === row.documentRevision ? null : { word: 'superseded' }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
/** Terms and warnings as the approver was shown them. */
const shownFacts = ({ facts }: ApprovalRow, w: PaperWriter): Fact[] =>
  Object.entries(JSON.parse(facts) as Record<string, string>).map(([key, value]) => {
    const name = `field.${key}`
    const label = hasName(name) ? { en: nameOf(name, 'en'), zh: nameOf(name, 'zh') } : { en: key, zh: key }
    return fact(label, DAY.test(value) ? w.date(value) : value)
  })

const amountFacts = ({ amount, currency, amountBase }: ApprovalRow, base: string, w: PaperWriter): Fact[] => [
  fact(paperWords.amount, amount === null || currency === null ? '' : w.money(money(amount, currency))),
  fact(paperWords.amountAsJudged, amountBase === null || currency === base ? '' : w.money(money(amountBase, base))),
]

export const approvalSheet: PaperMaker = {
  sees: async (id, q) => (await seenRow(q, id)) !== undefined,
  maySee: async (id, q) => {
    const row = await seenRow(q, id)
    return row !== undefined && maySeeSheet(q, row)
  },
  isOffered: async (id, q) => {
    const row = await seenRow(q, id)
    return row !== undefined && isPendingOrApproved(row) && maySeeSheet(q, row)
  },
  write: async ({ recordId }, q, w) => {
    const row = q.orNotFound(await seenRow(q, recordId), 'approval')
    for (const figure of secretsOfSheet(q, row.kind as ApprovalKind)) if (!seesSecret(q.may, figure)) q.require(rightsFor(figure).at(-1)!)
    const { timeZone, baseCurrency } = q.company
    const day = (at: string | null) => (at === null ? '' : w.date(dayIn(timeZone, at)))
    const { organisation } = await readBoard(q, [row])
    const person = (id: string | null) => (id === null ? '' : (organisation.people.get(id)?.name ?? ''))
    return {
      titles: paperWords.approvalSheetTitle,
      ...{ number: row.documentNumber, version: 1, revision: row.revision, date: dayIn(timeZone, row.submittedAt), party: row.title },
      mark: await markOf(q, row),
      blocks: [
        {
          key: 'head',
          kind: 'facts',
          left: [
            fact(paperWords.approvedKind, nameOf(`approval-kind.${row.kind as ApprovalKind}`, 'zh')),
            fact(paperWords.number, row.documentNumber),
            fact(paperWords.otherParty, row.title),
            ...amountFacts(row, baseCurrency, w),
          ],
          right: [
            fact(paperWords.approvalState, nameOf(`approval-state.${row.state as 'approved'}`, 'zh')),
            fact(paperWords.revision, String(row.documentRevision)),
            fact(paperWords.approvalRoute, row.routeName ?? ''),
            fact(paperWords.submittedBy, [person(row.submittedBy), day(row.submittedAt)].join('  ')),
            fact(paperWords.enteredBy, person(row.enteredBy)),
            fact(paperWords.decidedOn, day(row.decidedAt)),
          ],
        },
        { key: 'terms', kind: 'facts', left: shownFacts(row, w), right: [] },
        await submissionSteps(q, row, w, { waiting: true }),
        { key: 'hash', kind: 'facts', left: [fact(paperWords.contentFingerprint, row.contentHash)], right: [] },
      ],
      problems: [],
      warnings: [],
    }
  },
}
