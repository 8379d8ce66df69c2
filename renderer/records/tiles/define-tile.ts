// Kinds of tiles on a desk: what a module declares so that people can put it on theirs. The desk knows no kind; each is read when one of it is first shown.
import { type ComponentType, createContext, lazy, type ReactNode, use } from 'react'
import type { Access } from '../../../preload/contract/define/index.ts'
import type { Tile, TileSettings } from '../../../preload/contract/modules/workbench/tiles.ts'
import type { Route } from '../../client/index.ts'

/** What a tile is shown with: its id, its size in columns and rows of the grid, and what it was told. */
export type TileProps = Pick<Tile, 'id' | 'w' | 'h' | 'settings'>
/** The settings as they are being chosen; `ready(false)` while something that is needed is missing. */
export type TileFormProps = { settings: TileSettings; onChange: (settings: TileSettings) => void }
/** Something to begin with: `title` and `detail` as they are read, for the search too. */
type TileOffer = { settings: TileSettings; title: string; detail?: string }
/** What offers and titles are made of. */
export type TileScene = {
  routes: readonly Route[]
  may: (permission: Access | readonly Access[] | undefined) => boolean
  name: (key: string) => string
}
type Size = { w: number; h: number }

export type TileKind = {
  /** Named by `tile.<kind>` of the contract's names. */
  kind: string
  icon: ReactNode
  /** As it is added; and within which it can be sized (by default from 2 columns and 2 rows to the whole width). */
  size: Size
  least?: Size
  most?: Size
  /** Any one of them is enough, by what the tile was told where that says it. Who has none does not see the tile. */
  permission?: Route['permission'] | ((settings: TileSettings, routes: readonly Route[]) => Access | readonly Access[] | undefined)
  /** How one tile is called, before anything has been read; by default as its kind. */
  title?: (settings: TileSettings, scene: TileScene) => string
  /** What the dialog of new tiles offers of it; by default the kind itself, without settings. */
  offers?: (scene: TileScene) => readonly TileOffer[]
  /** Whether it can be shown as it was told; one that cannot asks for its settings first. */
  isReady?: (settings: TileSettings) => boolean
  tile: ComponentType<TileProps>
  form?: ComponentType<TileFormProps>
}

/** A part of a tile that is read when it is first shown: `lazyTile(async () => (await import('./ageing-tile.tsx')).AgeingTile)`. */
export const lazyTile = <P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> =>
  lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>

export const TilesContext = createContext<readonly TileKind[]>([])
/** The kinds of all modules, in their order. */
export const useTileKinds = (): readonly TileKind[] => use(TilesContext)

export const mayShow = ({ permission }: TileKind, settings: TileSettings, { routes, may }: Pick<TileScene, 'routes' | 'may'>): boolean =>
  may(typeof permission === 'function' ? permission(settings, routes) : permission)
export const titleOfTile = (kind: TileKind, settings: TileSettings, scene: TileScene): string =>
  textSetting(settings, 'title') || kind.title?.(settings, scene) || scene.name(`tile.${kind.kind}`)

/** A setting as text; '' where it is missing or something else. */
export const textSetting = (settings: TileSettings, field: string): string => {
  const value = settings[field]
  return typeof value === 'string' ? value : ''
}
