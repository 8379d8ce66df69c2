// A purchase contract begun from one contract or deal: all that is left to buy stands in it at once, at the price the nearest paper says, with the supplier and its terms.
import { useEffect, useRef } from 'react'
import { ask, fetchList, type Params } from '../../client/index.ts'
import type { Form } from '../../kit/form/index.ts'
import { supplierTerms } from '../../records/terms/index.ts'
import { described, type LineToPurchase, type PurchaseFormValues, withChosen } from './purchase-form-values.ts'

const offeredTo = async (params: Params, supplierId?: string): Promise<LineToPurchase[]> => {
  const input = { dealId: params.dealId, contractId: params.contractId, ...(supplierId === undefined ? {} : { supplierId }) }
  const answer = await ask({ kind: 'query', name: 'lines-to-purchase', input })
  return answer.ok ? (answer.value as LineToPurchase[]) : []
}

/** A company that buys from one factory buys from that one. */
const onlyFactory = async (): Promise<string | null> => {
  const filters = [{ field: 'active', op: 'is' as const, value: 'true' }]
  const answer = await fetchList('vendors', { limit: 2, filters, params: { kind: 'factory' } })
  return answer.ok && answer.value.rows.length === 1 ? (answer.value.rows[0]?.id ?? null) : null
}

/** `onNone`: where nothing is left to buy. `describeFor`: the lines in the words of the supplier that has been picked. */
export const useBegun = (fresh: boolean, params: Params, form: Form<PurchaseFormValues>, onNone: () => void) => {
  const offered = useRef<LineToPurchase[]>([])
  const latest = useRef(form)
  useEffect(() => {
    latest.current = form
  })
  useEffect(() => {
    if (!fresh) return
    void offeredTo(params).then(async (lines) => {
      offered.current = lines
      if (lines.length === 0) return onNone()
      const supplierId = lines.find((l) => l.supplierId !== null)?.supplierId ?? (await onlyFactory())
      const terms = supplierId === null ? {} : await supplierTerms(supplierId, latest.current.value.contractDate)
      latest.current.begin({ lines: withChosen([], lines), supplierId, ...terms })
    })
    // Once, when the empty form appears.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  const describeFor = async (supplierId: string | null) => {
    if (supplierId === null || offered.current.length === 0) return
    const next = await offeredTo(params, supplierId)
    latest.current.set({ lines: described(latest.current.value.lines, offered.current, next) })
    offered.current = next
  }
  return { describeFor }
}
