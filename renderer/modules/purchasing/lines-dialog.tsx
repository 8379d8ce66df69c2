// Chooses lines of signed sales contracts that are not wholly bought yet, with the price last paid to the usual supplier.
import {
  Button,
  Checkbox,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Skeleton,
  Switch,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from '@mui/material'
import { useState } from 'react'
import { useOfficeQuery } from '../../client/index.ts'
import { decimalShown } from '../../kit/format/index.ts'
import { Dialog, EmptyState, ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import type { LineToPurchase } from './purchase-form-values.ts'
import { purchasingWords } from './words.ts'

type Props = {
  /** Only lines of this deal or contract. */
  dealId?: string
  contractId?: string
  /** The contract's supplier, once there is one. */
  supplierId: string | null
  /** Sales lines that already stand in the purchase contract. */
  taken: readonly string[]
  onChoose(lines: LineToPurchase[]): void
  onClose(): void
}

const FIGURE = { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } as const
const FIELDS = ['contractNumber', 'dealNumber', 'productCode', 'description', 'quantity', 'purchased', 'left', 'unit', 'lastPrice']
const FIGURES = ['quantity', 'purchased', 'left', 'lastPrice']

type RowProps = { line: LineToPurchase; chosen: boolean; onToggle(): void }
const Row = ({ line, chosen, onToggle }: RowProps) => (
  <TableRow hover selected={chosen} onClick={onToggle} sx={{ cursor: 'pointer' }}>
    <TableCell padding="checkbox">
      <Checkbox
        size="small"
        checked={chosen}
        onClick={(event) => event.stopPropagation()}
        onChange={onToggle}
        slotProps={{ input: { 'aria-label': `${line.contractNumber} ${line.description}` } }}
      />
    </TableCell>
    <TableCell>{line.contractNumber}</TableCell>
    <TableCell>{line.dealNumber}</TableCell>
    <TableCell>{line.productCode}</TableCell>
    <TableCell>{line.description}</TableCell>
    <TableCell sx={FIGURE}>{decimalShown(line.quantity)}</TableCell>
    <TableCell sx={FIGURE}>{decimalShown(line.purchased)}</TableCell>
    <TableCell sx={{ ...FIGURE, fontWeight: 600 }}>{decimalShown(line.left)}</TableCell>
    <TableCell>{line.unit}</TableCell>
    <TableCell sx={FIGURE}>{line.lastPrice === null ? '–' : decimalShown(line.lastPrice, 2)}</TableCell>
  </TableRow>
)

export const LinesDialog = ({ dealId, contractId, supplierId, taken, onChoose, onClose }: Props) => {
  const { t, name } = useWords(purchasingWords)
  const read = useOfficeQuery('lines-to-purchase', { dealId, contractId })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [ofSupplier, setOfSupplier] = useState(false)
  const offered = (read.data ?? []).filter(
    (line) => !taken.includes(line.salesLineId) && (!ofSupplier || supplierId === null || line.supplierId === supplierId),
  )
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const pick = offered.filter((line) => chosen.has(line.salesLineId))
  const whole = offered.length > 0 && pick.length === offered.length
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="lg" onSubmit={pick.length === 0 ? undefined : () => onChoose(pick)}>
      <DialogTitle>{name('query.lines-to-purchase')}</DialogTitle>
      <DialogContent>
        <ProblemNote problem={read.problem} ways={[{ label: t('kit.list.refresh'), onClick: read.refetch }]} />
        {read.loading && <Skeleton height={120} />}
        {supplierId !== null && (
          <FormControlLabel
            label={t('purchasing.supplier-only')}
            control={<Switch size="small" checked={ofSupplier} onChange={(event) => setOfSupplier(event.target.checked)} />}
          />
        )}
        {read.data && offered.length === 0 && <EmptyState title={t('purchasing.nothing-left')} text={t('purchasing.nothing-left-text')} />}
        {offered.length > 0 && (
          <Table size="small" aria-label={name('query.lines-to-purchase')}>
            <TableHead>
              <TableRow>
                <TableCell padding="checkbox">
                  <Checkbox
                    size="small"
                    autoFocus
                    checked={whole}
                    indeterminate={!whole && pick.length > 0}
                    onChange={() => setChosen(whole ? new Set() : new Set(offered.map((line) => line.salesLineId)))}
                    slotProps={{ input: { 'aria-label': t('purchasing.choose-all') } }}
                  />
                </TableCell>
                {FIELDS.map((field) => (
                  <TableCell key={field} sx={FIGURES.includes(field) ? FIGURE : undefined}>
                    {name(`field.lines-to-purchase.${field}`)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {offered.map((line) => (
                <Row key={line.salesLineId} line={line} chosen={chosen.has(line.salesLineId)} onToggle={() => toggle(line.salesLineId)} />
              ))}
            </TableBody>
          </Table>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('kit.cancel')}
        </Button>
        <Button variant="contained" disableElevation disabled={pick.length === 0} onClick={() => onChoose(pick)}>
          {t('purchasing.take-lines', { count: pick.length })}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
