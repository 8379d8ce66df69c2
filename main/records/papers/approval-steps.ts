// Who was asked to approve what a paper says, and what they decided: of the revision printed.
import { nameOf } from '../../../preload/contract/names/index.ts'
import type { ApprovalKind } from '../../../preload/contract/records.ts'
import { dayIn } from '../../../preload/contract/vocabulary/dates.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { type ApprovalRow, isPendingOrApproved, readBoard, submissionsOf } from '../approvals/index.ts'
import type { ContentBlock } from './content.ts'
import { paperWords } from './words.ts'
import type { PaperWriter } from './writer.ts'

type Printed = { kind: ApprovalKind; id: string; revision: number }

/** Steps of the submission of this revision; none where nobody was asked, or where what was asked is over without an answer. */
export const approvalSteps = async (q: QueryContext, { kind, id, revision }: Printed, w: PaperWriter): Promise<ContentBlock> => {
  const newest = await submissionsOf(q.db, kind, id).limit(1).executeTakeFirst()
  const isOfRevision = newest?.documentRevision === revision && isPendingOrApproved(newest)
  return submissionSteps(q, isOfRevision ? newest : undefined, w)
}

/** Steps of one submission: what was decided, and with `waiting` whose decision is still asked. */
export const submissionSteps = async (
  q: QueryContext,
  row: ApprovalRow | undefined,
  w: PaperWriter,
  { waiting = false }: { waiting?: boolean } = {},
): Promise<ContentBlock> => {
  const board = await readBoard(q, row ? [row] : [])
  const language = w.language === 'en' ? 'en' : 'zh'
  const people = await q.db.selectFrom('user').select(['id', 'name', 'nameEn']).execute()
  const named = (userId: string): string => {
    const person = people.find((one) => one.id === userId)
    return (language === 'en' ? person?.nameEn || person?.name : person?.name) ?? ''
  }
  const asked = row && waiting ? board.open(row).seats.map(({ userId }) => named(userId)) : []
  return {
    key: 'approval',
    kind: 'rows',
    title: paperWords.approvalSteps,
    columns: [
      { key: 'act', label: paperWords.approvalAct, fixed: true },
      { key: 'by', label: paperWords.approvalBy, fixed: true },
      { key: 'for', label: paperWords.inPlaceOf },
      { key: 'on', label: paperWords.date, fixed: true },
      { key: 'note', label: paperWords.approvalNote, grow: 1, fixed: true },
    ],
    rows: [
      ...(row ? board.eventsOf(row) : []).map(({ act, userId, seats, at, reason }) => ({
        act: nameOf(`approval-act.${act}`, language),
        by: named(userId),
        for: (JSON.parse(seats) as string[])
          .filter((seat) => seat !== userId)
          .map(named)
          .join('、'),
        on: w.date(dayIn(q.company.timeZone, at)),
        note: reason,
      })),
      ...(asked.length > 0 ? [{ act: w.said(paperWords.approvalWaits), by: asked.join('、'), for: '', on: '', note: '' }] : []),
    ],
    sums: [],
    words: [],
  }
}
