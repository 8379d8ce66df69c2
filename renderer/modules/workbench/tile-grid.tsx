// The grid of a desk: twelve columns, six where there is less room, one in a narrow window. Each tile has its place before anything in it has come.
import { Box } from '@mui/material'
import type { ReactNode } from 'react'
import { COLUMNS, type Tile } from '../../../preload/contract/modules/workbench/tiles.ts'
import { GAP, ROW } from '../../records/tiles/index.ts'

/** Below these widths of the desk itself there are six columns, and one. */
const SIX = 900
const ONE = 560

export const TileGrid = ({ children }: { children: ReactNode }) => (
  <Box sx={{ containerType: 'inline-size' }}>
    <Box
      sx={{
        ...{ display: 'grid', gap: `${GAP}px`, gridAutoRows: `${ROW}px` },
        gridTemplateColumns: `repeat(${COLUMNS}, minmax(0, 1fr))`,
        [`@container (max-width: ${SIX}px)`]: { gridTemplateColumns: 'repeat(6, minmax(0, 1fr))', gridAutoFlow: 'row dense' },
        [`@container (max-width: ${ONE}px)`]: { gridTemplateColumns: 'minmax(0, 1fr)' },
      }}
    >
      {children}
    </Box>
  </Box>
)

/** So many of six columns: what was a quarter is a half, what was wider goes across. */
const ofSix = (w: number): number => (w <= 2 ? 2 : w <= 4 ? 3 : w <= 6 ? 6 : 6)

export const Place = ({ tile, children }: { tile: Tile; children: ReactNode }) => (
  <Box
    data-tile={tile.id}
    sx={{
      ...{ minWidth: 0, minHeight: 0 },
      ...{ gridColumn: `${tile.x + 1} / span ${tile.w}`, gridRow: `${tile.y + 1} / span ${tile.h}` },
      [`@container (max-width: ${SIX}px)`]: { gridColumn: `auto / span ${ofSix(tile.w)}`, gridRow: `auto / span ${tile.h}` },
      [`@container (max-width: ${ONE}px)`]: { gridColumn: 'auto' },
    }}
  >
    {children}
  </Box>
)
