// What kinds of tiles are asked with: the pages there are, what this user may, and how things are called.
import { createContext, use, useMemo } from 'react'
import { useMay, useRoutes } from '../../client/index.ts'
import { type TileKind, type TileScene, useTileKinds } from '../../records/tiles/index.ts'
import { useWords } from '../../words/index.ts'

/** Whose desk a tile is told something for, where it is that of a role. */
export type ArrangedFor = { may: TileScene['may']; roleId: string | undefined }
export const ArrangedForContext = createContext<ArrangedFor | undefined>(undefined)

/** `as`: with the rights of somebody else, such as of the role whose desk is arranged. */
export const useTileScene = (as?: TileScene['may']): TileScene & { kinds: readonly TileKind[]; kindOf: (kind: string) => TileKind } => {
  const { name } = useWords()
  const routes = useRoutes()
  const own = useMay()
  const kinds = useTileKinds()
  const arrangedFor = use(ArrangedForContext)
  const may = as ?? arrangedFor?.may ?? own
  return useMemo(
    () => ({
      ...{ routes, may, name, kinds },
      // A kind that no module has shows only that there is none: the desk says so itself.
      kindOf: (kind) => kinds.find((one) => one.kind === kind) ?? { kind, icon: null, size: { w: 4, h: 4 }, tile: () => null },
    }),
    [routes, may, name, kinds],
  )
}
