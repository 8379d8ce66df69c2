// What a receipt or payment was applied to, each taken back on its own with a reason.
import { Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { useState } from 'react'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useMay } from '../../client/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { MoneyText, RecordLink, StatusChip } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { ReverseDialog } from './reversal.tsx'

type Allocation = QueryOutput<'receipt'>['allocations'][number]
const FIGURE = { textAlign: 'right' } as const

/** Takes a whole batch back. */
export const ReverseAllocation = ({ id, onClose }: { id: string; onClose(): void }) => {
  const { t } = useWords()
  return <ReverseDialog command="reverse-allocation" id={id} text={t('money.reverse-allocation-text')} onClose={onClose} />
}

export const Allocated = ({ allocations }: { allocations: readonly Allocation[] }) => {
  const { name } = useWords()
  const may = useMay()('receipt.allocate')
  const [reversing, setReversing] = useState<string | null>(null)
  if (allocations.length === 0) return null
  return (
    <FormSection title={name('list.allocations')} wide>
      <Table size="small" aria-label={name('list.allocations')}>
        <TableHead>
          <TableRow>
            <TableCell>{name('field.date')}</TableCell>
            <TableCell>{name('field.target')}</TableCell>
            <TableCell sx={FIGURE}>{name('field.amount')}</TableCell>
            <TableCell sx={FIGURE}>{name('field.exchangeDifference')}</TableCell>
            <TableCell>{name('field.status')}</TableCell>
            <TableCell />
          </TableRow>
        </TableHead>
        <TableBody>
          {allocations.map((a) => (
            <TableRow key={`${a.id} ${a.documentId} ${a.document} ${a.amount.minor}`}>
              <TableCell>{a.on}</TableCell>
              <TableCell>
                {a.documentKind === 'write-off' ? (
                  name('allocation-kind.write-off')
                ) : (
                  <RecordLink route="document" id={a.documentId}>
                    {a.document}
                  </RecordLink>
                )}
              </TableCell>
              <TableCell sx={FIGURE}>
                <MoneyText money={a.amount} />
              </TableCell>
              <TableCell sx={FIGURE}>
                <MoneyText money={a.exchangeDifference} />
              </TableCell>
              <TableCell>
                <StatusChip group="posted-status" value={a.reversed ? 'reversed' : 'posted'} />
              </TableCell>
              <TableCell sx={FIGURE}>
                {may && !a.reversed && (
                  <Button size="small" color="inherit" onClick={() => setReversing(a.id)}>
                    {name('command.reverse-allocation')}
                  </Button>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {reversing !== null && <ReverseAllocation id={reversing} onClose={() => setReversing(null)} />}
    </FormSection>
  )
}
