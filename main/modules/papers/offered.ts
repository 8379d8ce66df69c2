// Which papers a record has for who asks: its own, those of other records that go in together with them, and the sheet of its approval.
import { papersOf, type PrintedKind, printedRecord } from '../../../preload/contract/papers.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { submissionsAbout } from '../../records/approvals/index.ts'
import { mayPrint, paperMakers, type PaperOf, papersBeside, seesPrinted } from '../../records/papers/index.ts'

/** Of a record that the viewer sees: which papers it has. */
export const ownPapers = async (q: QueryContext, kind: PrintedKind, recordId: string): Promise<PaperOf[]> => {
  const offered: PaperOf[] = []
  for (const paper of papersOf(kind).filter((one) => mayPrint(q, one))) {
    const maker = q.contributed(paperMakers)(paper)
    if (maker && ((await maker.isOffered?.(recordId, q)) ?? true)) offered.push({ paper, recordId })
  }
  return offered
}

/** Of other records, that go in together with its own; `leftOut`: those that the viewer may not see. Nothing of a record out of sight. */
export const besidePapers = async (
  q: QueryContext,
  kind: PrintedKind,
  recordId: string,
): Promise<{ beside: PaperOf[]; leftOut: PaperOf[] }> => {
  const finds = q.contributed(papersBeside)(kind)
  const [beside, leftOut]: PaperOf[][] = [[], []]
  // Which records go in together with one tells of it.
  if (finds.length === 0 || !(await seesPrinted(q, kind, recordId))) return { beside: beside!, leftOut: leftOut! }
  for (const find of finds)
    for (const one of await find(recordId, q)) {
      const other = printedRecord(one.paper).kind as PrintedKind
      const seen = (await seesPrinted(q, other, one.recordId)) ? await ownPapers(q, other, one.recordId) : []
      ;(seen.some(({ paper }) => paper === one.paper) ? beside : leftOut)!.push(one)
    }
  return { beside: beside!, leftOut: leftOut! }
}

/** With what goes in together with them, and the sheet of its newest approval that counts, if there is one. */
export const offeredPapers = async (q: QueryContext, kind: PrintedKind, recordId: string): Promise<PaperOf[]> => {
  const { beside } = await besidePapers(q, kind, recordId)
  const own = [...(await ownPapers(q, kind, recordId)), ...beside]
  for (const { id } of await submissionsAbout(q.db, kind, recordId)) {
    const sheets = await ownPapers(q, 'approval', id)
    if (sheets.length > 0) return [...own, ...sheets]
  }
  return own
}
