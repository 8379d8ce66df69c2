// One tile by its kind, on its own: it comes when its part of the program has been read, breaks alone, and says what it cannot show.
import { Suspense } from 'react'
import type { Tile } from '../../../preload/contract/modules/workbench/tiles.ts'
import { useMay, useRoutes } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { titleOfTile, useTileKinds } from './define-tile.ts'
import { TileBoundary } from './tile-boundary.tsx'
import { TileCard } from './tile-card.tsx'

export const TileBody = ({ tile }: { tile: Tile }) => {
  const { t, name } = useWords()
  const routes = useRoutes()
  const may = useMay()
  const kind = useTileKinds().find((one) => one.kind === tile.kind)
  // Of a newer version, or of a module that this one does not have.
  if (!kind) return <TileCard title={tile.kind} none={t('tiles.unknown')} />
  const title = titleOfTile(kind, tile.settings, { routes, may, name })
  const { tile: Shown } = kind
  if (kind.isReady?.(tile.settings) === false) return <TileCard title={title} none={t('tiles.settings-missing')} />
  return (
    <TileBoundary title={title}>
      <Suspense fallback={<TileCard title={title} loading />}>
        <Shown id={tile.id} w={tile.w} h={tile.h} settings={tile.settings} />
      </Suspense>
    </TileBoundary>
  )
}
