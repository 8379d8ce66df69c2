// Door of tiles: what modules declare of them, their face, and what the desk shows them with. Decision 173.
export {
  lazyTile,
  mayShow,
  textSetting,
  type TileFormProps,
  type TileKind,
  type TileProps,
  type TileScene,
  TilesContext,
  titleOfTile,
  useTileKinds,
} from './define-tile.ts'
export { listBehind, type ListBehind } from './list-behind.ts'
export { GAP, heightOf, roomIn, ROW } from './tile-size.ts'
export { TileBody } from './tile-body.tsx'
export { TileCard } from './tile-card.tsx'
