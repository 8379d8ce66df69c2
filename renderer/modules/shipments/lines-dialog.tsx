// Chooses lines of the customer's signed contracts that have something left to ship.
import {
  Button,
  Checkbox,
  DialogActions,
  DialogContent,
  DialogTitle,
  Skeleton,
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
import type { LineToShip } from './shipment-form-values.ts'
import { shipmentsWords } from './words.ts'

type Props = {
  customerId: string
  /** Lines of another currency stay away once the shipment has one. */
  currency?: string
  contractId?: string
  /** Sales lines that already stand in the shipment. */
  taken: readonly string[]
  onChoose(lines: LineToShip[]): void
  onClose(): void
}

const FIGURE = { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } as const

export const LinesDialog = ({ customerId, currency, contractId, taken, onChoose, onClose }: Props) => {
  const { t, name } = useWords(shipmentsWords)
  const read = useOfficeQuery('lines-to-ship', { customerId, currency, contractId })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const offered = (read.data ?? []).filter((line) => !taken.includes(line.salesLineId))
  // A shipment has one currency: the first chosen line gives it.
  const fixed = currency ?? offered.find((line) => chosen.has(line.salesLineId))?.currency
  const fits = (line: LineToShip) => fixed === undefined || line.currency === fixed
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const pick = offered.filter((line) => chosen.has(line.salesLineId))
  const all = offered.filter((line) => line.currency === (fixed ?? offered[0]?.currency))
  const whole = all.length > 0 && all.every((line) => chosen.has(line.salesLineId))
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="lg" onSubmit={pick.length === 0 ? undefined : () => onChoose(pick)}>
      <DialogTitle>{name('query.lines-to-ship')}</DialogTitle>
      <DialogContent>
        <ProblemNote problem={read.problem} ways={[{ label: t('kit.list.refresh'), onClick: read.refetch }]} />
        {read.loading && <Skeleton height={120} />}
        {read.data && offered.length === 0 && <EmptyState title={t('shipments.nothing-left')} text={t('shipments.nothing-left-text')} />}
        {offered.length > 0 && (
          <Table size="small" aria-label={name('query.lines-to-ship')}>
            <TableHead>
              <TableRow>
                <TableCell padding="checkbox">
                  <Checkbox
                    size="small"
                    autoFocus
                    checked={whole}
                    indeterminate={!whole && chosen.size > 0}
                    onChange={() => setChosen(whole ? new Set() : new Set(all.map((line) => line.salesLineId)))}
                    slotProps={{ input: { 'aria-label': t('shipments.choose-all') } }}
                  />
                </TableCell>
                {[
                  'contractNumber',
                  'productCode',
                  'description',
                  'currency',
                  'price',
                  'quantity',
                  'shipped',
                  'planned',
                  'left',
                  'unit',
                ].map((field) => (
                  <TableCell key={field} sx={['price', 'quantity', 'shipped', 'planned', 'left'].includes(field) ? FIGURE : undefined}>
                    {name(`field.${field}`)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {offered.map((line) => (
                <TableRow
                  key={line.salesLineId}
                  hover
                  selected={chosen.has(line.salesLineId)}
                  onClick={() => fits(line) && toggle(line.salesLineId)}
                  sx={{ cursor: fits(line) ? 'pointer' : 'default', ...(!fits(line) && { opacity: 0.5 }) }}
                >
                  <TableCell padding="checkbox">
                    <Checkbox
                      size="small"
                      disabled={!fits(line)}
                      checked={chosen.has(line.salesLineId)}
                      onClick={(event) => event.stopPropagation()}
                      onChange={() => toggle(line.salesLineId)}
                      slotProps={{ input: { 'aria-label': `${line.contractNumber} ${line.description}` } }}
                    />
                  </TableCell>
                  <TableCell>{line.contractNumber}</TableCell>
                  <TableCell>{line.productCode}</TableCell>
                  <TableCell>{line.description}</TableCell>
                  <TableCell>{line.currency}</TableCell>
                  <TableCell sx={FIGURE}>{decimalShown(line.price, 2)}</TableCell>
                  {[line.quantity, line.shipped, line.planned].map((figure, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change places
                    <TableCell key={i} sx={FIGURE}>
                      {decimalShown(figure)}
                    </TableCell>
                  ))}
                  <TableCell sx={{ ...FIGURE, fontWeight: 600 }}>{decimalShown(line.left)}</TableCell>
                  <TableCell>{line.unit}</TableCell>
                </TableRow>
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
          {t('shipments.take-lines', { count: pick.length })}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
