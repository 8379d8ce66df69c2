// What a bill's lines are chosen from: unbilled lines of the factory's contracts, and the deals that bear a cost.
import { useState } from 'react'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import { useOfficeList } from '../../client/index.ts'
import { useDebounced } from '../../kit/form/index.ts'
import { decimalShown } from '../../kit/format/index.ts'
import { MoneyText } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { ChooseDialog } from './choose-dialog.tsx'
import type { Deal } from './bill-form-values.ts'
import { moneyOf, textOf } from '../../records/money/index.ts'
import { billsWords } from './words.ts'

type LinesProps = {
  supplierId: string
  /** Purchase lines that already stand in the bill, and the bill's currency once it has lines. */
  taken: readonly string[]
  currency: string | undefined
  onChoose(rows: ListRow[]): void
  onClose(): void
}
export const UnbilledDialog = ({ supplierId, taken, currency, onChoose, onClose }: LinesProps) => {
  const { t, name } = useWords(billsWords)
  const read = useOfficeList('purchase-lines', { limit: 200, params: { supplierId, unbilledOnly: true } })
  const rows = read.data?.rows.filter(
    (row) => !taken.includes(row.id) && (currency === undefined || textOf(row as ListRow, 'currency') === currency),
  )
  return (
    <ChooseDialog
      title={t('bills.unbilled-lines')}
      rows={rows as ListRow[] | undefined}
      problem={read.problem}
      none={t('bills.nothing-unbilled')}
      take={(count) => t('bills.take-lines', { count })}
      columns={[
        { label: name('field.contract'), show: (r) => textOf(r, 'contract') },
        { label: name('field.description'), show: (r) => textOf(r, 'description') },
        { label: name('field.deal'), show: (r) => textOf(r, 'deal') },
        { label: name('field.quantity'), figure: true, show: (r) => decimalShown(textOf(r, 'quantity')) },
        { label: name('field.billed'), figure: true, show: (r) => decimalShown(textOf(r, 'billed')) },
        { label: name('field.unit'), show: (r) => textOf(r, 'unit') },
        { label: name('field.amount'), figure: true, show: (r) => <MoneyText money={moneyOf(r, 'amount')} /> },
      ]}
      onChoose={onChoose}
      onClose={onClose}
    />
  )
}

type DealsProps = { deals: readonly Deal[]; onChoose(deals: Deal[]): void; onClose(): void }
export const DealsDialog = ({ deals, onChoose, onClose }: DealsProps) => {
  const { t, name } = useWords(billsWords)
  const [text, setText] = useState('')
  const asked = useDebounced(text.trim())
  const read = useOfficeList('deals', { limit: 50, ...(asked === '' ? {} : { search: asked }) }, { keep: true })
  return (
    <ChooseDialog
      title={name('field.dealIds')}
      rows={read.data?.rows as ListRow[] | undefined}
      problem={read.problem}
      chosen={deals.map((d) => ({ ...d }))}
      none={t('bills.no-deals')}
      take={(count) => (count === 0 ? t('bills.as-overhead') : t('bills.take-deals', { count }))}
      search={{ text, onChange: setText }}
      emptyToo
      columns={[
        { label: name('field.dealNumber'), show: (r) => textOf(r, 'number') },
        { label: name('field.customer'), show: (r) => textOf(r, 'customer') },
        { label: name('field.openedOn'), show: (r) => textOf(r, 'openedOn') },
        { label: name('field.contracted'), figure: true, show: (r) => <MoneyText money={moneyOf(r, 'contracted')} /> },
      ]}
      onChoose={(rows) => onChoose(rows.map((r) => ({ id: r.id, number: textOf(r, 'number') })))}
      onClose={onClose}
    />
  )
}
