// Which statistic a tile or a page is about, and how it is drawn.
import type { Question } from '../../../../preload/contract/modules/statistics/calls.ts'
import type { QueryOutput } from '../../../../preload/contract/queries.ts'
import type { TileSettings } from '../../../../preload/contract/modules/workbench/tiles.ts'
import { textSetting } from '../../../records/tiles/index.ts'

export const TILE_CHARTS = ['bar', 'line', 'stacked', 'pie', 'table'] as const
export type TileChart = (typeof TILE_CHARTS)[number]
export const chartOf = (settings: TileSettings): TileChart => TILE_CHARTS.find((one) => one === settings['chart']) ?? 'bar'

type Statistics = QueryOutput<'statistics'>
/** `ready:<name>` or `kept:<id>`, as it stands in an address; its question is null while it is not known, gone, or not for this viewer. */
export const statisticNamed = (
  shown: string,
  data: Statistics | undefined,
): { question: Question | null; kept?: Statistics['statistics'][number] } => {
  const [how, which] = [shown.slice(0, shown.indexOf(':')), shown.slice(shown.indexOf(':') + 1)]
  if (how === 'ready') return { question: data?.readyMade.find(({ name }) => name === which)?.question ?? null }
  const kept = data?.statistics.find(({ id }) => id === which)
  return { question: kept?.question ?? null, ...(kept && { kept }) }
}
export const statisticOf = (settings: TileSettings, data: Statistics | undefined) => {
  const kept = textSetting(settings, 'kept')
  const shown = kept === '' ? `ready:${textSetting(settings, 'ready')}` : `kept:${kept}`
  return { shown, ...statisticNamed(shown, data) }
}
