// Buttons under a grid of lines: undo and redo, and showing only the lines in which something is wrong.
import RedoRounded from '@mui/icons-material/RedoRounded'
import UndoRounded from '@mui/icons-material/UndoRounded'
import { Button, IconButton } from '@mui/material'
import { useWords } from '../../words/index.ts'

type HistoryProps = { able: { undo: boolean; redo: boolean }; onTravel: (to: 'past' | 'future') => void }
/** They come with the first change, and stay. */
export const LineHistoryButtons = ({ able, onTravel }: HistoryProps) => {
  const { t } = useWords()
  if (!able.undo && !able.redo) return null
  const button = (label: string, to: 'past' | 'future', enabled: boolean) => (
    <IconButton size="small" tabIndex={-1} title={label} aria-label={label} disabled={!enabled} onClick={() => onTravel(to)}>
      {to === 'past' ? <UndoRounded sx={{ fontSize: 16 }} /> : <RedoRounded sx={{ fontSize: 16 }} />}
    </IconButton>
  )
  return (
    <span>
      {button(t('kit.line.undo'), 'past', able.undo)}
      {button(t('kit.line.redo'), 'future', able.redo)}
    </span>
  )
}

type CheckProps = { toCheck: number; only: boolean; showOnly: () => void; showAll: () => void }
export const RowsToCheck = ({ toCheck, only, showOnly, showAll }: CheckProps) => {
  const { t } = useWords()
  if (only)
    return (
      <Button size="small" variant="contained" disableElevation onClick={showAll}>
        {t('kit.line.show-all')}
      </Button>
    )
  if (toCheck === 0) return null
  return (
    <Button size="small" color="warning" onClick={showOnly}>
      {t('kit.line.to-check', { count: toCheck })}
    </Button>
  )
}
