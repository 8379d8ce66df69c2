// Which measure a tile of targets is about.
import { TARGET_MEASURES, type TargetMeasure } from '../../../../preload/contract/modules/targets/calls.ts'
import type { TileSettings } from '../../../../preload/contract/modules/workbench/tiles.ts'

export const measureOf = (settings: TileSettings): TargetMeasure =>
  TARGET_MEASURES.find((one) => one === settings['measure']) ?? TARGET_MEASURES[0]
