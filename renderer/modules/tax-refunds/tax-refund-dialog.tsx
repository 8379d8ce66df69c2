// Money of the tax bureau: which account, which day, and what of it belongs to which shipment; what is left of one may be written off.
import { Checkbox, FormControlLabel, Stack, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { useState } from 'react'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { announce, useCommand, useViewer } from '../../client/index.ts'
import { MoneyField, TextField } from '../../kit/fields/index.ts'
import { ConfirmDialog, MoneyText } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { BankField, moneyOf, textOf, useBanks } from '../../records/money/index.ts'
import { taxRefundsWords } from './words.ts'

type Line = { item: string; amount: number | null; close: boolean }

export const TaxRefundDialog = ({ rows, onClose }: { rows: readonly ListRow[]; onClose(): void }) => {
  const { t, name } = useWords(taxRefundsWords)
  const { company } = useViewer()
  const currency = company.baseCurrency
  const receiving = useCommand('receive-tax-refund')
  const [id] = useState(newId)
  const inBase = useBanks()?.filter((bank) => bank.currency === currency)
  const [picked, setPicked] = useState<string | null>(null)
  const bankAccountId = picked ?? inBase?.[0]?.id ?? null
  const [lines, setLines] = useState<Line[]>(() =>
    rows.map((row) => ({ item: row.id, amount: Math.max(0, moneyOf(row, 'open')?.minor ?? 0), close: false })),
  )
  const [remark, setRemark] = useState('')
  const set = (at: number, part: Partial<Line>) => setLines(lines.map((line, n) => (n === at ? { ...line, ...part } : line)))
  const amount = lines.reduce((sum, line) => sum + (line.amount ?? 0), 0)
  return (
    <ConfirmDialog
      open
      title={name('command.receive-tax-refund')}
      text={t('tax-refunds.receive-text')}
      confirm={name('command.receive-tax-refund')}
      date={name('field.tax-refund-receipts.receivedOn')}
      dateField="receivedOn"
      onConfirm={async ({ date }) => {
        const taken = lines.map((line) => ({ ...line, amount: line.amount ?? 0 }))
        const answer = await receiving.run({ id, bankAccountId: bankAccountId ?? '', receivedOn: date, amount, lines: taken, remark })
        if (answer.ok)
          announce({ words: 'tax-refunds.received', of: taxRefundsWords, data: { number: answer.value.number }, tone: 'success' })
        return answer
      }}
      onClose={onClose}
    >
      <Stack spacing={1.5}>
        <BankField name="bankAccountId" value={bankAccountId} onChange={setPicked} required />
        <Table size="small" aria-label={name('list.tax-refunds')}>
          <TableHead>
            <TableRow>
              <TableCell sx={{ pl: 0 }}>{name('field.shipment')}</TableCell>
              <TableCell align="right">{name('field.tax-refunds.open')}</TableCell>
              <TableCell sx={{ pr: 0 }}>{name('field.amount')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row, at) => {
              const open = moneyOf(row, 'open')
              const line = lines[at]!
              return (
                <TableRow key={row.id}>
                  <TableCell sx={{ pl: 0, whiteSpace: 'nowrap' }}>{textOf(row, 'shipment')}</TableCell>
                  <TableCell align="right">
                    <MoneyText money={open} />
                  </TableCell>
                  <TableCell sx={{ pr: 0 }}>
                    <MoneyField
                      name={`lines.${at}.amount`}
                      label={name('field.amount')}
                      currency={currency}
                      value={line.amount}
                      onChange={(value) => set(at, { amount: value })}
                    />
                    {line.amount !== open?.minor && (
                      <FormControlLabel
                        label={t('tax-refunds.close')}
                        control={
                          <Checkbox size="small" checked={line.close} onChange={(event) => set(at, { close: event.target.checked })} />
                        }
                        sx={{ m: 0, whiteSpace: 'nowrap' }}
                      />
                    )}
                  </TableCell>
                </TableRow>
              )
            })}
            <TableRow>
              <TableCell sx={{ pl: 0 }}>{name('field.total')}</TableCell>
              <TableCell />
              <TableCell sx={{ pr: 0 }}>
                <MoneyText money={{ minor: amount, currency }} />
              </TableCell>
            </TableRow>
          </TableBody>
        </Table>
        <TextField name="remark" value={remark} onChange={setRemark} />
      </Stack>
    </ConfirmDialog>
  )
}
