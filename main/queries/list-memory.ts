// Keeps the plans of lists: a screen asks for the same list again after every commit that may touch it, and for its next page with nothing new but the cursor.
import type { ListAnswer } from '../../preload/contract/define/index.ts'
import type { Company } from '../../preload/contract/modules/people/calls.ts'
import type { AnyQueryName } from '../../preload/contract/queries.ts'
import type { Viewer } from '../access/viewer.ts'
import type { AllQueries, QueryContext } from './define-query.ts'
import { planList, runPlan, type ListPlan } from './list-engine.ts'
import { readCursor, shapeOf, type KeyValue } from './list-order.ts'
import { listSource } from './list-source.ts'

/** Lists kept for one viewer. */
const KEPT = 100
const LONGEST = 4000
/** By the very viewer and company: other rights or settings are other objects, and what was kept for the old ones goes with them. */
const kept = new WeakMap<Viewer, WeakMap<Company, Map<string, ListPlan>>>()

const plansOf = ({ viewer, company }: QueryContext): Map<string, ListPlan> => {
  const byCompany = kept.get(viewer) ?? new WeakMap<Company, Map<string, ListPlan>>()
  kept.set(viewer, byCompany)
  const plans = byCompany.get(company) ?? new Map<string, ListPlan>()
  byCompany.set(company, plans)
  return plans
}

type Place = { key: string; cursor: KeyValue[] }
const cursorOf = (text: unknown): KeyValue[] | undefined => {
  if (text === undefined) return []
  if (typeof text !== 'string' || text.length > LONGEST) return undefined
  try {
    const values = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown
    return Array.isArray(values) ? (values as KeyValue[]) : undefined
  } catch {
    return undefined
  }
}
/** Where the plan of a request is kept: by all of it but the cursor, of which only the shape matters. Undefined for what no screen asks. */
const placeOf = (name: string, input: unknown, q: QueryContext): Place | undefined => {
  if (typeof input !== 'object' || input === null) return undefined
  const { cursor: text, ...rest } = input as Record<string, unknown>
  const cursor = cursorOf(text)
  if (!cursor) return undefined
  const key = `${name} ${q.today} ${text === undefined ? '' : shapeOf(cursor)} ${JSON.stringify(rest)}`
  return key.length > LONGEST ? undefined : { key, cursor }
}

/** A page of a list, after its permission was checked. Throws Refused as `listSource` and `planList` do. */
export const listAnswer = async (all: AllQueries, name: AnyQueryName, input: unknown, q: QueryContext): Promise<ListAnswer> => {
  const place = placeOf(name, input, q)
  const plans = plansOf(q)
  const known = place && plans.get(place.key)
  if (known) return runPlan(known, place.cursor, q)
  const { spec, request, source, isPure } = await listSource(all, name, input, q)
  const plan = planList(spec, source, request, q)
  if (place && isPure) {
    if (plans.size >= KEPT) plans.delete(plans.keys().next().value!)
    plans.set(place.key, plan)
  }
  return runPlan(plan, request.cursor === undefined ? [] : readCursor(request.cursor, plan.keys.length), q)
}
