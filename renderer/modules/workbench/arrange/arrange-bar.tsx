// What can be done to the desk as a whole while it is arranged. Stays in sight.
import Add from '@mui/icons-material/Add'
import Redo from '@mui/icons-material/Redo'
import RestartAlt from '@mui/icons-material/RestartAlt'
import Undo from '@mui/icons-material/Undo'
import { Box, Button, IconButton, Paper, Tooltip, Typography } from '@mui/material'
import type { Ref } from 'react'
import { MOST_TILES } from '../../../../preload/contract/modules/workbench/tiles.ts'
import { useWords } from '../../../words/index.ts'
import { workbenchWords } from '../words.ts'

type Props = {
  ref: Ref<HTMLButtonElement>
  /** No tile more can be added. */
  isFull: boolean
  canUndo: boolean
  canRedo: boolean
  saving: boolean
  onAdd: () => void
  onUndo: () => void
  onRedo: () => void
  onReset?: (() => void) | undefined
  onCancel: () => void
  onDone: () => void
}

export const ArrangeBar = ({ ref, isFull, canUndo, canRedo, saving, onAdd, onUndo, onRedo, onReset, onCancel, onDone }: Props) => {
  const { t } = useWords(workbenchWords)
  return (
    <Paper
      variant="outlined"
      role="toolbar"
      aria-label={t('arrange.title')}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 1.5, py: 0.75, position: 'sticky', top: 0, zIndex: 3 }}
    >
      <Button ref={ref} variant="contained" startIcon={<Add />} disabled={isFull} onClick={onAdd}>
        {t('arrange.add')}
      </Button>
      {isFull && (
        <Typography variant="caption" color="textSecondary">
          {t('arrange.full', { most: MOST_TILES })}
        </Typography>
      )}
      <Tooltip title={`${t('arrange.undo')} (Ctrl+Z)`}>
        <span>
          <IconButton aria-label={t('arrange.undo')} disabled={!canUndo} onClick={onUndo}>
            <Undo fontSize="small" />
          </IconButton>
        </span>
      </Tooltip>
      <Tooltip title={`${t('arrange.redo')} (Ctrl+Y)`}>
        <span>
          <IconButton aria-label={t('arrange.redo')} disabled={!canRedo} onClick={onRedo}>
            <Redo fontSize="small" />
          </IconButton>
        </span>
      </Tooltip>
      {onReset && (
        <Button color="inherit" startIcon={<RestartAlt />} onClick={onReset}>
          {t('arrange.reset')}
        </Button>
      )}
      <Box sx={{ flex: 1 }} />
      <Button color="inherit" disabled={saving} onClick={onCancel}>
        {t('arrange.cancel')}
      </Button>
      <Button variant="contained" loading={saving} onClick={onDone}>
        {t('arrange.done')}
      </Button>
    </Paper>
  )
}
