// One tile while the desk is arranged: moved and sized with the mouse or by keys, set up or removed. Its content can be seen and not be touched.
import Close from '@mui/icons-material/Close'
import Settings from '@mui/icons-material/SettingsOutlined'
import { Box, IconButton } from '@mui/material'
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import type { Tile } from '../../../../preload/contract/modules/workbench/tiles.ts'
import { hearKey } from '../../../client/index.ts'
import { useWords } from '../../../words/index.ts'
import { workbenchWords } from '../words.ts'
import type { Direction } from './placing.ts'

export const HINT = 'arrange-hint'
const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }

type Props = {
  tile: Tile
  title: string
  held: boolean
  hasForm: boolean
  onStep: (to: Direction) => void
  onGrow: (by: { w: number; h: number }) => void
  onRemove: () => void
  onSettings: () => void
  /** The mouse has taken hold of it: to move it, or of its corner to size it. */
  onHold: (event: PointerEvent<HTMLElement>, what: 'move' | 'size') => void
  children: ReactNode
}

export const ArrangedTile = ({ tile, title, held, hasForm, onStep, onGrow, onRemove, onSettings, onHold, children }: Props) => {
  const { t } = useWords(workbenchWords)
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey) return
    const to = DIRECTIONS[event.key]
    if (to && event.shiftKey) onGrow({ w: to === 'right' ? 1 : to === 'left' ? -1 : 0, h: to === 'down' ? 1 : to === 'up' ? -1 : 0 })
    else if (to) onStep(to)
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove()
    else if (event.key === 'Enter' && hasForm) onSettings()
    else return
    event.preventDefault()
  }
  return (
    <Box
      role="group"
      tabIndex={0}
      aria-label={t('arrange.tile', { title, column: tile.x + 1, row: tile.y + 1, w: tile.w, h: tile.h })}
      aria-describedby={HINT}
      onKeyDown={(event) => hearKey(event, onKey)}
      onPointerDown={(event) => {
        if (event.button === 0 && !(event.target as HTMLElement).closest('button')) onHold(event, 'move')
      }}
      sx={{
        ...{
          position: 'relative',
          height: '100%',
          borderRadius: 1,
          cursor: held ? 'grabbing' : 'grab',
          touchAction: 'none',
          userSelect: 'none',
        },
        outline: '1px dashed var(--mui-palette-primary-main)',
        '&:focus-visible': { outline: '2px solid var(--mui-palette-primary-main)' },
        ...(held && { boxShadow: 6, zIndex: 2, outline: '2px solid var(--mui-palette-primary-main)' }),
      }}
    >
      {/* Where a tile has its own ways to go on, stands what can be done to it. */}
      <Box inert sx={{ height: '100%', opacity: held ? 0.85 : 1, '& .tile-ways': { visibility: 'hidden' } }}>
        {children}
      </Box>
      <Box
        sx={{
          ...{ position: 'absolute', top: 4, right: 4, display: 'flex', borderRadius: 1, bgcolor: 'background.paper' },
          ...{ border: 1, borderColor: 'divider', '& button': { width: 28, height: 28 } },
        }}
      >
        {hasForm && (
          <IconButton aria-label={t('arrange.settings-of', { title })} title={t('arrange.settings')} onClick={onSettings}>
            <Settings sx={{ fontSize: 16 }} />
          </IconButton>
        )}
        <IconButton aria-label={t('arrange.remove-of', { title })} title={t('arrange.remove')} onClick={onRemove}>
          <Close sx={{ fontSize: 16 }} />
        </IconButton>
      </Box>
      <Box
        aria-hidden
        data-corner
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.stopPropagation()
          onHold(event, 'size')
        }}
        sx={{
          ...{ position: 'absolute', right: 0, bottom: 0, width: 20, height: 20, cursor: 'nwse-resize', touchAction: 'none' },
          '&::after': {
            ...{ content: '""', position: 'absolute', right: 4, bottom: 4, width: 8, height: 8 },
            ...{ borderRight: '2px solid var(--mui-palette-primary-main)', borderBottom: '2px solid var(--mui-palette-primary-main)' },
          },
        }}
      />
    </Box>
  )
}
