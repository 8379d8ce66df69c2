// The receivables of a shipment: those that a dispatch would make, and those that it has made with what is still open.
import { Alert, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { decimalShown } from '../../kit/format/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { MoneyText } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import type { Shipment, LineFormValues } from './shipment-form-values.ts'
import { shipmentsWords } from './words.ts'

const FIGURE = { textAlign: 'right' } as const
const Head = ({ fields }: { fields: readonly string[] }) => {
  const { name } = useWords(shipmentsWords)
  return (
    <TableHead>
      <TableRow>
        {fields.map((field) => (
          <TableCell key={field} sx={field === 'amount' || field === 'open' ? FIGURE : undefined}>
            {name(`field.${field}`)}
          </TableCell>
        ))}
      </TableRow>
    </TableHead>
  )
}

export const PlannedReceivables = ({ preview, lines }: { preview: QueryOutput<'preview-shipment'>; lines: readonly LineFormValues[] }) => {
  const { name, t } = useWords(shipmentsWords)
  const without = preview.withoutPurchase.flatMap(({ id, quantity }) => {
    const at = lines.findIndex((line) => line.id === id)
    return at < 0 ? [] : [t('shipments.without-purchase-line', { line: at + 1, quantity: decimalShown(quantity), unit: lines[at]!.unit })]
  })
  return (
    <FormSection title={t('shipments.receivables-planned')} wide>
      {without.length > 0 && (
        <Alert severity="info" variant="outlined" sx={{ mb: 1.5, py: 0 }}>
          {t('shipments.without-purchase', { lines: without.join(t('shipments.list-comma')) })}
        </Alert>
      )}
      <Table size="small" sx={{ maxWidth: 640 }} aria-label={t('shipments.receivables-planned')}>
        <Head fields={['event', 'dueDate', 'amount']} />
        <TableBody>
          {preview.receivables.map((r, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: planned receivables have no name of their own
            <TableRow key={i}>
              <TableCell>{name(`instalment-event.${r.event}`)}</TableCell>
              <TableCell>{r.dueDate}</TableCell>
              <TableCell sx={FIGURE}>
                <MoneyText money={r.amount} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </FormSection>
  )
}

export const PostedReceivables = ({ shipment }: { shipment: Shipment }) => {
  const { name } = useWords(shipmentsWords)
  if (shipment.receivables.length === 0) return null
  return (
    <FormSection title={name('field.receivables')} wide>
      <Table size="small" sx={{ maxWidth: 720 }} aria-label={name('field.receivables')}>
        <Head fields={['instalment', 'dueDate', 'amount', 'open']} />
        <TableBody>
          {shipment.receivables.map((r) => (
            <TableRow key={r.item}>
              <TableCell>{r.instalment}</TableCell>
              <TableCell>{r.dueDate}</TableCell>
              <TableCell sx={FIGURE}>
                <MoneyText money={r.amount} />
              </TableCell>
              <TableCell sx={FIGURE}>
                <MoneyText money={r.open} strong={r.open.minor !== 0} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </FormSection>
  )
}
