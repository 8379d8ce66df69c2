// The lines of a bill while it is typed: quantities of purchase lines, or costs with the deals that bear them and their shares.
import PlaylistAdd from '@mui/icons-material/PlaylistAddRounded'
import { Button, Link } from '@mui/material'
import { useMemo, useState } from 'react'
import { EXPENSE_CATEGORIES, SHARING_BASES } from '../../../preload/contract/modules/bills/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { type Form, LineGrid, type LineColumn } from '../../kit/form/index.ts'
import { decimalShown, moneyShown } from '../../kit/format/index.ts'
import { useWords } from '../../words/index.ts'
import { DealsDialog, UnbilledDialog } from './bill-choices.tsx'
import { lineOf, newExpense, type BillFormValues, type LineFormValues, withAmounts } from './bill-form-values.ts'
import { textOf } from '../../records/money/index.ts'
import { billsWords } from './words.ts'

type Preview = QueryOutput<'preview-bill'> | undefined
type Props = { form: Form<BillFormValues>; preview: Preview }

const useMoneyColumns = (currency: string, preview: Preview): LineColumn<LineFormValues>[] => {
  const { name } = useWords()
  return useMemo(() => {
    const calculated = new Map(preview?.lines.map((l) => [l.id, l]))
    return [
      { field: 'amount', label: name('field.bill.amount'), kind: 'money', width: 130, currency: () => currency },
      { field: 'vatRate', kind: 'decimal', places: 4, width: 90 },
      { field: 'net', kind: 'shown', label: name('field.bill.net'), width: 120, money: (line) => calculated.get(line.id)?.net },
    ]
  }, [currency, preview, name])
}

export const FactoryLines = ({ form, preview }: Props) => {
  const { t, name } = useWords(billsWords)
  const { value } = form
  const [choosing, setChoosing] = useState(false)
  const money = useMoneyColumns(value.currency, preview)
  const columns: LineColumn<LineFormValues>[] = [
    { field: 'contractNumber', kind: 'shown', width: 130, text: (l) => l.contractNumber },
    { field: 'dealNumber', kind: 'shown', width: 120, text: (l) => l.dealNumber },
    { field: 'description', kind: 'text', width: 200, grow: true },
    {
      field: 'left',
      label: t('bills.left-to-bill'),
      kind: 'shown',
      figure: true,
      width: 100,
      text: (l) => `${decimalShown(l.left)} ${l.unit}`,
    },
    { field: 'quantity', kind: 'decimal', places: 4, width: 100 },
    ...money,
  ]
  const lines = form.field('lines')
  const currency = value.lines.length > 0 ? value.currency : undefined
  return (
    <>
      <LineGrid
        {...lines}
        onChange={(next) => lines.onChange(withAmounts(value.lines, next, value.currency))}
        columns={columns}
        totals={[
          { field: 'amount', money: preview?.total },
          { field: 'net', money: preview?.net },
        ]}
        toolbar={
          <Button size="small" startIcon={<PlaylistAdd />} disabled={value.partyId === null} onClick={() => setChoosing(true)}>
            {t('bills.add-unbilled')}
          </Button>
        }
      />
      {choosing && value.partyId !== null && (
        <UnbilledDialog
          supplierId={value.partyId}
          taken={value.lines.flatMap((l) => l.purchaseLineId ?? [])}
          currency={currency}
          onChoose={(rows) => {
            const [first] = rows
            // The first line brings the currency; lines of others go on a bill of their own.
            const of = currency ?? (first ? textOf(first, 'currency') : value.currency)
            const fitting = rows.filter((row) => textOf(row, 'currency') === of)
            form.set({ lines: [...value.lines, ...fitting.map(lineOf)], ...(of === value.currency ? {} : { currency: of, rate: '' }) })
            setChoosing(false)
          }}
          onClose={() => setChoosing(false)}
        />
      )}
      {value.partyId === null && <span>{t('bills.choose-factory', { field: name('field.partyId') })}</span>}
    </>
  )
}

export const ExpenseLines = ({ form, preview }: Props) => {
  const { t, name } = useWords(billsWords)
  const { value } = form
  const [choosing, setChoosing] = useState<string | null>(null)
  const money = useMoneyColumns(value.currency, preview)
  const shares = new Map(preview?.lines.map((l) => [l.id, l.shares]))
  const columns: LineColumn<LineFormValues>[] = [
    {
      field: 'category',
      label: name('field.bill.category'),
      kind: 'enum',
      group: 'expense-category',
      values: EXPENSE_CATEGORIES,
      width: 120,
    },
    { field: 'description', kind: 'text', width: 160, grow: true },
    ...money,
    {
      field: 'deals',
      label: name('field.dealIds'),
      kind: 'shown',
      width: 200,
      node: (line) => (
        <Link
          component="button"
          type="button"
          underline="hover"
          onClick={() => setChoosing(line.id)}
          sx={{ font: 'inherit', textAlign: 'left' }}
        >
          {line.deals.length === 0 ? t('bills.overhead') : line.deals.map((d) => d.number).join(', ')}
        </Link>
      ),
    },
    { field: 'sharing', kind: 'enum', group: 'sharing', values: SHARING_BASES, width: 100, locked: (line) => line.deals.length < 2 },
    {
      field: 'shares',
      label: t('bills.shares'),
      kind: 'shown',
      width: 220,
      text: (line) =>
        line.deals.length < 2 ? '' : (shares.get(line.id) ?? []).map((s) => `${s.number} ${moneyShown(s.share)}`).join(' · '),
    },
  ]
  const at = value.lines.find((l) => l.id === choosing)
  return (
    <>
      <LineGrid
        {...form.field('lines')}
        columns={columns}
        newLine={() => newExpense(value.lines.at(-1)?.deals ?? [])}
        totals={[
          { field: 'amount', money: preview?.total },
          { field: 'net', money: preview?.net },
        ]}
      />
      {at && (
        <DealsDialog
          deals={at.deals}
          onChoose={(deals) => {
            form.set({ lines: value.lines.map((l) => (l.id === at.id ? { ...l, deals } : l)) })
            setChoosing(null)
          }}
          onClose={() => setChoosing(null)}
        />
      )}
    </>
  )
}
