// Production follow-up of the demonstration: long finished for what has left, under way for the rest: one late, one failed its inspection, one put off.
import { addDays, type IsoDate } from '../../preload/contract/vocabulary/dates.ts'
import { derivedId } from '../../preload/contract/vocabulary/ids.ts'
import type { People } from './accounts.ts'
import type { Send } from './send.ts'

type World = { send: Send; people: People; today: IsoDate }
/** Days ago of what matters here; missing is not yet. */
type Plan = { customer: number; purchased?: number; billed?: number; dispatched?: number }
type Step = { line: number; days: number; checked?: boolean; inspected?: boolean; note?: string }
/** The standard template that every new company has: its lines by their ready-made identifiers, and the day each is due, counted from signing. */
const steps: readonly Step[] = [
  { line: 1, days: 3 },
  { line: 2, days: 10, checked: true, note: '客户确认产前样，颜色按色卡' },
  { line: 3, days: 17 },
  { line: 4, days: 20 },
  { line: 5, days: 23, checked: true, inspected: true, note: '做工正常，无大货问题' },
  { line: 6, days: 32, checked: true, inspected: true, note: 'AQL 2.5 合格' },
  { line: 7, days: 34 },
  { line: 8, days: 34 },
]
const milestoneId = (contractId: string, line: number) =>
  derivedId(contractId, `milestone 0198f000-0000-7000-8000-${String(1000 + line).padStart(12, '0')}`)

const complete = async (w: World, contractId: string, { line, checked, inspected, note = '' }: Step, doneOn: IsoDate): Promise<void> => {
  await w.send('complete-milestone', {
    id: milestoneId(contractId, line),
    revision: 1,
    doneOn,
    note,
    result: checked ? 'passed' : null,
    checked: inspected ? '125' : null,
    defects: inspected ? 2 : null,
  })
}

/** What is not as planned, by the customer of the plan: the first step that is still open, and what happened to it. */
const troubles: Readonly<Record<number, (w: World, contractId: string) => Promise<void>>> = {
  // The final inspection failed; the goods are put right and looked at again.
  3: async (w, contractId) => {
    const id = milestoneId(contractId, 6)
    const failed = { doneOn: addDays(w.today, -1), note: '表面划痕 9 件、标签错 3 件，返工后复验' }
    await w.send('complete-milestone', { id, revision: 1, ...failed, result: 'failed', checked: '125', defects: 12 })
    await w.send('revise-milestone', { id, revision: 2, revisedOn: addDays(w.today, 6), reason: '返工需要六天' })
  },
  // The sample is late: another day was agreed.
  6: async (w, contractId) => {
    const put = { revisedOn: addDays(w.today, 4), reason: '客户改了唛头，重打产前样' }
    await w.send('revise-milestone', { id: milestoneId(contractId, 2), revision: 1, ...put })
  },
}

/** Carries the milestones of a plan's purchase contracts as far as the plan is; the default template gave them when the contracts were signed. */
export const followProduction = async (w: World, plan: Plan, contractIds: readonly string[]): Promise<void> => {
  const { purchased = 0, dispatched } = plan
  const signed = addDays(w.today, -purchased)
  // What has left, or is ready to, has everything behind it; of the rest what is due by now is done, but the last of it.
  const finished = dispatched !== undefined || plan.billed !== undefined
  const last = dispatched === undefined ? w.today : addDays(w.today, -dispatched)
  const due = steps.filter((s) => finished || addDays(signed, s.days) < w.today)
  const done = finished ? due : due.slice(0, -1)
  for (const contractId of contractIds) {
    const merchandiserId = w.people.byUser.get('merchandiser')!
    await w.send('assign-merchandiser', { contracts: [{ contractId, revision: 1 }], merchandiserId })
    const trouble = finished ? undefined : troubles[plan.customer]
    for (const step of trouble ? steps.slice(0, plan.customer === 3 ? 5 : 1) : done) {
      const day = addDays(signed, step.days)
      await complete(w, contractId, step, day < last ? day : last)
    }
    await trouble?.(w, contractId)
  }
}
