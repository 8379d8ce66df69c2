// The goods of a factory that a credit note names: each billed line with the amount that the note takes back of it.
import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { MoneyField } from '../../kit/fields/index.ts'
import { decimalShown } from '../../kit/format/index.ts'
import { MoneyText } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'

export type CreditedGoods = { purchaseLineId: string; amount: number }
type Props = {
  lines: QueryOutput<'lines-to-credit'>
  currency: string
  value: readonly CreditedGoods[]
  onChange(value: CreditedGoods[]): void
}
const FIGURE = { textAlign: 'right', whiteSpace: 'nowrap' } as const

export const CreditedGoodsTable = ({ lines, currency, value, onChange }: Props) => {
  const { name } = useWords()
  const type = (purchaseLineId: string, amount: number | null) => {
    const others = value.filter((v) => v.purchaseLineId !== purchaseLineId)
    onChange(amount === null || amount === 0 ? others : [...others, { purchaseLineId, amount }])
  }
  return (
    <Table size="small" aria-label={name('field.credit-note.goods')}>
      <TableHead>
        <TableRow>
          {['contract', 'deal', 'description'].map((field) => (
            <TableCell key={field}>{name(`field.${field}`)}</TableCell>
          ))}
          <TableCell sx={FIGURE}>{name('field.vatRate')}</TableCell>
          <TableCell sx={FIGURE}>{name('field.credit-note.billed')}</TableCell>
          <TableCell>{name('field.bill.amount')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <TableRow key={line.purchaseLineId} hover>
            <TableCell>{line.contractNumber}</TableCell>
            <TableCell>{line.dealNumber}</TableCell>
            <TableCell>{line.productCode === null ? line.description : `${line.productCode} ${line.description}`}</TableCell>
            <TableCell sx={FIGURE}>{decimalShown(line.vatRate)}</TableCell>
            <TableCell sx={FIGURE}>
              <MoneyText money={line.open} />
            </TableCell>
            <TableCell sx={{ width: 190 }}>
              <MoneyField
                name={`amount.${line.purchaseLineId}`}
                label={name('field.amount')}
                currency={currency}
                value={value.find((v) => v.purchaseLineId === line.purchaseLineId)?.amount ?? null}
                onChange={(amount) => type(line.purchaseLineId, amount)}
              />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
