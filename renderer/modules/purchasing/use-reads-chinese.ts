// Goods of a purchase contract in the words of its supplier (P29): products picked by hand are called in Chinese for one that reads it.
import { useEffect } from 'react'
import { readsChinese } from '../../../preload/contract/vocabulary/goods-words.ts'
import { useOfficeQuery } from '../../client/index.ts'
import type { Form } from '../../kit/form/index.ts'
import { calledFor, type PurchaseFormValues } from './purchase-form-values.ts'

/** Whether the supplier reads Chinese; false until it is known. Lines picked before it was are renamed once it is. */
export const useReadsChinese = (form: Form<PurchaseFormValues>, open: boolean): boolean => {
  const { supplierId, lines } = form.value
  const supplier = useOfficeQuery('vendor', { id: supplierId ?? '' }, { enabled: open && supplierId !== null })
  const inChinese = supplierId !== null && supplier.data !== undefined && readsChinese(supplier.data)
  useEffect(() => {
    const next = calledFor(lines, inChinese)
    if (next.some((line, at) => line !== lines[at])) form.set({ lines: next })
    // When another supplier is known: a description typed later stays as it is.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [inChinese])
  return inChinese
}
