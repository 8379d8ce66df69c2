// Open items with a tick and an amount each: what a payment pays, what an advance is applied to.
import { Checkbox, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { MoneyField } from '../../kit/fields/index.ts'
import { MoneyText, StatusChip } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { type Candidate, chosen, freeOf, type TargetFormValues } from './targets.ts'

type Props = {
  label: string
  candidates: readonly Candidate[]
  /** The money: what is there of it, and its currency. */
  currency: string
  total: number
  targets: readonly TargetFormValues[]
  onChange(targets: TargetFormValues[]): void
}
const FIGURE = { textAlign: 'right', whiteSpace: 'nowrap' } as const

type RowProps = {
  candidate: Candidate
  currency: string
  target: TargetFormValues | undefined
  onToggle(): void
  onType(part: Partial<TargetFormValues>): void
}
const Row = ({ candidate, currency, target, onToggle, onType }: RowProps) => {
  const { name } = useWords()
  const across = candidate.open.currency !== currency
  return (
    <TableRow hover selected={target !== undefined}>
      <TableCell padding="checkbox">
        <Checkbox
          size="small"
          checked={target !== undefined}
          onChange={onToggle}
          slotProps={{ input: { 'aria-label': candidate.document } }}
        />
      </TableCell>
      <TableCell>{candidate.document}</TableCell>
      <TableCell>
        <StatusChip group="item-kind" value={candidate.kind} />
      </TableCell>
      <TableCell sx={candidate.overdue ? { color: 'error.main' } : undefined}>{candidate.dueDate}</TableCell>
      <TableCell>{candidate.dealNumber ?? candidate.contractNumber}</TableCell>
      <TableCell sx={FIGURE}>
        <MoneyText money={candidate.open} />
      </TableCell>
      <TableCell sx={{ width: 190 }}>
        {target && (
          <MoneyField
            name={`amount.${candidate.item}`}
            label={name('field.amount')}
            currency={candidate.open.currency}
            value={target.amount}
            onChange={(amount) => onType({ amount })}
          />
        )}
      </TableCell>
      <TableCell sx={{ width: across ? 190 : 0, p: across ? undefined : 0 }}>
        {target && across && (
          <MoneyField
            name={`sourceAmount.${candidate.item}`}
            label={name('field.sourceAmount')}
            currency={currency}
            value={target.sourceAmount}
            onChange={(sourceAmount) => onType({ sourceAmount })}
          />
        )}
      </TableCell>
    </TableRow>
  )
}

export const TargetsTable = ({ label, candidates, currency, total, targets, onChange }: Props) => {
  const { name } = useWords()
  const free = freeOf(total, targets, candidates, currency)
  const toggle = (candidate: Candidate) =>
    onChange(
      targets.some((t) => t.item === candidate.item)
        ? targets.filter((t) => t.item !== candidate.item)
        : [...targets, chosen(candidate, free, currency)],
    )
  return (
    <Table size="small" aria-label={label}>
      <TableHead>
        <TableRow>
          <TableCell padding="checkbox" />
          {['document', 'kind', 'dueDate', 'deal'].map((field) => (
            <TableCell key={field}>{name(`field.${field}`)}</TableCell>
          ))}
          <TableCell sx={FIGURE}>{name('field.open')}</TableCell>
          <TableCell sx={FIGURE}>{name('field.amount')}</TableCell>
          <TableCell />
        </TableRow>
      </TableHead>
      <TableBody>
        {candidates.map((candidate) => (
          <Row
            key={candidate.item}
            candidate={candidate}
            currency={currency}
            target={targets.find((t) => t.item === candidate.item)}
            onToggle={() => toggle(candidate)}
            onType={(part) => onChange(targets.map((t) => (t.item === candidate.item ? { ...t, ...part } : t)))}
          />
        ))}
      </TableBody>
    </Table>
  )
}
