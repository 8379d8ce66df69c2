// What was applied to what (核销记录), on either side; a mistake is taken back from here.
import { useMemo, useState } from 'react'
import { SIDES } from '../../../preload/contract/modules/open-items/calls.ts'
import { type Params, useMay } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ReportFilters, useReportFilters } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { ReverseAllocation, textOf } from '../../records/money/index.ts'

export const AllocationsPage = ({ params }: { params: Params }) => {
  const { name } = useWords()
  const may = useMay()
  const sides = SIDES.filter((side) => may(`${side}.view`))
  const [filters, setFilters] = useReportFilters({ side: params.side ?? sides[0] ?? 'receivable' })
  const [reversing, setReversing] = useState<string | null>(null)
  const side = filters.side === 'payable' ? 'payable' : 'receivable'
  const asked = useMemo(() => ({ side, item: params.item }) as const, [side, params.item])
  return (
    <>
      <ListPage
        list="allocations"
        params={asked}
        toolbar={
          <ReportFilters
            value={filters}
            onChange={setFilters}
            selects={[{ name: 'side', options: sides.map((value) => ({ value, label: name(`side.${value}`) })) }]}
          />
        }
        actions={[
          {
            name: 'command.reverse-allocation',
            permission: 'receipt.allocate',
            needs: 'one',
            shown: ([row]) => row === undefined || row['status'] === 'posted',
            onClick: ([row]) => row && setReversing(textOf(row, 'batchId')),
          },
        ]}
      />
      {reversing !== null && <ReverseAllocation id={reversing} onClose={() => setReversing(null)} />}
    </>
  )
}
