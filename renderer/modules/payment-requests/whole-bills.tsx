// Bills that are asked for as a whole, by who may not see their amounts: a tick each.
import { Checkbox, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { useViewer } from '../../client/index.ts'
import { StatusChip } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import type { AskedBill } from './request-form-values.ts'
import { paymentRequestsWords } from './words.ts'

type Props = { label: string; bills: readonly AskedBill[]; chosen: readonly string[]; onChange(items: string[]): void }

export const WholeBills = ({ label, bills, chosen, onChange }: Props) => {
  const { t, name } = useWords(paymentRequestsWords)
  const { today } = useViewer()
  const toggle = (item: string) => onChange(chosen.includes(item) ? chosen.filter((one) => one !== item) : [...chosen, item])
  return (
    <Table size="small" aria-label={label}>
      <TableHead>
        <TableRow>
          <TableCell padding="checkbox" />
          {['document', 'kind', 'dueDate', 'amount'].map((field) => (
            <TableCell key={field}>{name(`field.${field}`)}</TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {bills.map(({ item, document, kind, dueDate }) => (
          <TableRow key={item} hover selected={chosen.includes(item)}>
            <TableCell padding="checkbox">
              <Checkbox
                size="small"
                checked={chosen.includes(item)}
                onChange={() => toggle(item)}
                slotProps={{ input: { 'aria-label': document } }}
              />
            </TableCell>
            <TableCell>{document}</TableCell>
            <TableCell>
              <StatusChip group="item-kind" value={kind} />
            </TableCell>
            <TableCell sx={dueDate < today ? { color: 'error.main' } : undefined}>{dueDate}</TableCell>
            <TableCell sx={{ color: 'text.secondary' }}>{chosen.includes(item) ? t('payment-requests.whole') : '–'}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
