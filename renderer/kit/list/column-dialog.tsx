// Which columns a list shows and in which order: check, drag, or move with Alt and the arrows. What is done here shows at once.
import ArrowDownwardRounded from '@mui/icons-material/ArrowDownwardRounded'
import ArrowUpwardRounded from '@mui/icons-material/ArrowUpwardRounded'
import DragIndicatorRounded from '@mui/icons-material/DragIndicatorRounded'
import { Box, Button, Checkbox, DialogActions, DialogContent, DialogTitle, IconButton } from '@mui/material'
import { type KeyboardEvent, useState } from 'react'
import { useWords } from '../../words/index.ts'
import { moved, type Placed } from './list-view-settings.ts'
import { Dialog } from '../show/dialog.tsx'
import { hearKey } from '../../client/index.ts'

type Props = {
  columns: readonly Placed[]
  titleOf: (field: string) => string
  onOrder: (order: string[]) => void
  onVisible: (field: string, visible: boolean) => void
  onReset: () => void
  onClose: () => void
}

export const ColumnDialog = ({ columns, titleOf, onOrder, onVisible, onReset, onClose }: Props) => {
  const { t } = useWords()
  const [dragged, setDragged] = useState<string | null>(null)
  const order = columns.map((c) => c.field)
  const shown = columns.filter((c) => c.visible).length
  const move = (field: string, to: number) => onOrder(moved(order, field, to))
  const keys = (event: KeyboardEvent<HTMLElement>, field: string, at: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(field, event.key === 'ArrowUp' ? at - 1 : at + 1)
  }
  return (
    <Dialog open fleeting onClose={onClose} fullWidth maxWidth="xs">
      <DialogTitle>{t('kit.columns.title')}</DialogTitle>
      <DialogContent dividers sx={{ p: 0 }}>
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0.5 }}>
          {columns.map(({ field, visible }, at) => (
            <Box
              key={field}
              component="li"
              draggable
              onDragStart={() => setDragged(field)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={() => dragged !== null && move(dragged, at)}
              onKeyDown={(event: KeyboardEvent<HTMLElement>) => hearKey(event, () => keys(event, field, at))}
              sx={{
                display: 'flex',
                alignItems: 'center',
                borderRadius: 1,
                '&:hover': { bgcolor: 'action.hover' },
                opacity: dragged === field ? 0.5 : 1,
              }}
            >
              <DragIndicatorRounded fontSize="small" color="disabled" sx={{ cursor: 'grab' }} />
              <Checkbox
                size="small"
                checked={visible}
                disabled={visible && shown === 1}
                onChange={(event) => onVisible(field, event.target.checked)}
                slotProps={{ input: { 'aria-label': titleOf(field) } }}
              />
              <Box sx={{ flex: 1 }}>{titleOf(field)}</Box>
              <IconButton size="small" disabled={at === 0} aria-label={t('kit.move.up')} onClick={() => move(field, at - 1)}>
                <ArrowUpwardRounded fontSize="inherit" />
              </IconButton>
              <IconButton
                size="small"
                disabled={at === columns.length - 1}
                aria-label={t('kit.move.down')}
                onClick={() => move(field, at + 1)}
              >
                <ArrowDownwardRounded fontSize="inherit" />
              </IconButton>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onReset} sx={{ mr: 'auto' }}>
          {t('kit.columns.reset')}
        </Button>
        <Button variant="contained" disableElevation onClick={onClose} autoFocus>
          {t('kit.done')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
