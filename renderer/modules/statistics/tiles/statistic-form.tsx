// What a tile of a statistic is told: which one, and how it is drawn.
import { useOfficeQuery } from '../../../client/index.ts'
import { OptionField } from '../../../kit/fields/index.ts'
import type { TileFormProps } from '../../../records/tiles/index.ts'
import { useWords } from '../../../words/index.ts'
import { statisticsWords } from '../words.ts'
import { chartOf, statisticOf, TILE_CHARTS } from './shown-statistic.ts'

export const StatisticForm = ({ settings, onChange }: TileFormProps) => {
  const { t, name } = useWords(statisticsWords)
  const { data } = useOfficeQuery('statistics', {})
  const { ready: _ready, kept: _kept, ...rest } = settings
  const kept = data?.statistics.filter(({ question }) => question !== null) ?? []
  const options = [
    ...kept.map((one) => ({ id: `kept:${one.id}`, label: one.name })),
    ...(data?.readyMade ?? []).map((one) => ({ id: `ready:${one.name}`, label: name(`ready-statistic.${one.name}`) })),
  ]
  const { shown } = statisticOf(settings, data)
  return (
    <>
      <OptionField
        name="statistic"
        label={name('record.statistic')}
        value={options.some(({ id }) => id === shown) ? shown : ''}
        options={options}
        onChange={(next) => {
          const [how = '', which = ''] = next.split(':')
          onChange({ ...rest, [how]: which })
        }}
      />
      <OptionField
        name="chart"
        label={t('statistics.chart')}
        value={chartOf(settings)}
        options={TILE_CHARTS.map((chart) => ({ id: chart, label: t(`statistics.chart.${chart}`) }))}
        onChange={(chart) => onChange({ ...settings, chart })}
      />
    </>
  )
}
