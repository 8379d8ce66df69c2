// A ready-made board: its tiles as the viewer may see them.
import { Box, Skeleton, Typography } from '@mui/material'
import { useMay, useOfficeQuery } from '../../client/index.ts'
import { ProblemNote } from '../../kit/show/index.ts'
import { mayShow, TileBody } from '../../records/tiles/index.ts'
import { useWords } from '../../words/index.ts'
import { type Board, tilesOfBoard } from './boards.ts'
import { Place, TileGrid } from './tile-grid.tsx'
import { useTileScene } from './tile-scene.ts'

export const BoardPage = ({ board }: { board: Board }) => {
  const { name } = useWords()
  const asks = useMay()('statistic.view')
  const scene = useTileScene()
  // Which statistics somebody may ask hangs on what each is made of: the office knows.
  const { data, problem } = useOfficeQuery('statistics', {}, { enabled: asks, keep: true })
  const offered = new Set<unknown>(data?.readyMade.map((one) => one.name))
  const tiles = tilesOfBoard(
    board,
    ({ kind, settings }) => mayShow(scene.kindOf(kind), settings, scene) && (kind !== 'statistic' || offered.has(settings['ready'])),
  )
  return (
    <Box sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 1.5, maxWidth: 1760, mx: 'auto' }}>
      <Typography variant="h1" sx={{ fontSize: 18, fontWeight: 600 }}>
        {name(`board.${board}`)}
      </Typography>
      <ProblemNote problem={problem} />
      {asks && !data && !problem && <Skeleton variant="rounded" height={320} />}
      {(data || !asks) && (
        <TileGrid>
          {tiles.map((tile) => (
            <Place key={tile.id} tile={tile}>
              <TileBody tile={tile} />
            </Place>
          ))}
        </TileGrid>
      )}
    </Box>
  )
}
