// What a figure of the cash forecast is made of: documents by the day on which their money is expected.
import { useMemo } from 'react'
import { EXPECTED_CASH } from '../../../preload/contract/modules/bank-accounts/calls.ts'
import type { ListParams } from '../../../preload/contract/queries.ts'
import type { Params } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { useTabTitle } from '../../kit/show/index.ts'
import { useWords, type Words } from '../../words/index.ts'

export const ExpectedCashPage = ({ params }: { params: Params }) => {
  const words = useWords()
  const kind = EXPECTED_CASH.find((one) => one === params.kind)
  const asked = useMemo(
    (): ListParams<'expected-cash'> => ({
      lateDays: Number(params.lateDays ?? 0),
      ...(kind !== undefined && { kind }),
      ...(params.from !== undefined && { from: params.from }),
      ...(params.to !== undefined && { to: params.to }),
      ...(params.currency !== undefined && { currency: params.currency as never }),
      ...(params.dated !== undefined && { dated: params.dated === 'true' }),
    }),
    [params, kind],
  )
  const titleIn = (w: Words) =>
    [
      w.name('list.expected-cash'),
      kind && w.name(`expected-cash.${kind}`),
      params.from && `${params.from}${params.to ? ` – ${params.to}` : ' …'}`,
    ]
      .filter(Boolean)
      .join(' · ')
  useTabTitle(titleIn)
  return <ListPage list="expected-cash" title={titleIn(words)} params={asked} ownPeriod />
}
