// Choosing several rows of a list: lines of purchase contracts to bill, deals that bear a cost.
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
  TextField,
} from '@mui/material'
import { type ReactNode, useState } from 'react'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import type { Problem } from '../../client/index.ts'
import { Dialog, EmptyState, ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'

export type ChooseColumn = { label: string; figure?: boolean; show(row: ListRow): ReactNode }
type Props = {
  title: string
  columns: readonly ChooseColumn[]
  rows: readonly ListRow[] | undefined
  problem: Problem | null
  /** Chosen to begin with. */
  chosen?: readonly ListRow[]
  none: string
  /** Words of the button for so many. */
  take(count: number): string
  /** With a box to search by. */
  search?: { text: string; onChange(text: string): void }
  /** May the choice be empty? */
  emptyToo?: boolean
  children?: ReactNode
  onChoose(rows: ListRow[]): void
  onClose(): void
}
const FIGURE = { textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' } as const

export const ChooseDialog = (props: Props) => {
  const { title, columns, rows, problem, none, take, search, emptyToo = false, onChoose, onClose } = props
  const { t, name } = useWords()
  const [chosen, setChosen] = useState<ReadonlyMap<string, ListRow>>(() => new Map((props.chosen ?? []).map((r) => [r.id, r])))
  const toggle = (row: ListRow) => {
    const next = new Map(chosen)
    if (!next.delete(row.id)) next.set(row.id, row)
    setChosen(next)
  }
  const able = emptyToo || chosen.size > 0
  const go = () => able && onChoose([...chosen.values()])
  // What is chosen stays in sight when the search no longer finds it.
  const shown = [...[...chosen.values()].filter((c) => !rows?.some((r) => r.id === c.id)), ...(rows ?? [])]
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" onSubmit={go}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        {search && (
          <TextField
            size="small"
            fullWidth
            autoFocus
            label={name('field.search')}
            value={search.text}
            onChange={(event) => search.onChange(event.target.value)}
            sx={{ my: 1 }}
          />
        )}
        <ProblemNote problem={problem} />
        {rows === undefined && !problem && <Skeleton height={120} />}
        {rows && shown.length === 0 && <EmptyState title={none} />}
        {shown.length > 0 && (
          <Table size="small" aria-label={title}>
            <TableHead>
              <TableRow>
                <TableCell padding="checkbox" />
                {columns.map((c) => (
                  <TableCell key={c.label} sx={c.figure ? FIGURE : undefined}>
                    {c.label}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {shown.map((row) => (
                <TableRow key={row.id} hover selected={chosen.has(row.id)} onClick={() => toggle(row)} sx={{ cursor: 'pointer' }}>
                  <TableCell padding="checkbox">
                    <Checkbox
                      size="small"
                      checked={chosen.has(row.id)}
                      onClick={(event) => event.stopPropagation()}
                      onChange={() => toggle(row)}
                      slotProps={{
                        input: {
                          'aria-label': columns
                            .slice(0, 2)
                            .map((c) => c.show(row))
                            .filter((x) => typeof x === 'string')
                            .join(' '),
                        },
                      }}
                    />
                  </TableCell>
                  {columns.map((c) => (
                    <TableCell key={c.label} sx={c.figure ? FIGURE : undefined}>
                      {c.show(row)}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
        {props.children}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('kit.cancel')}
        </Button>
        <Button variant="contained" disableElevation disabled={!able} onClick={go}>
          {take(chosen.size)}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
