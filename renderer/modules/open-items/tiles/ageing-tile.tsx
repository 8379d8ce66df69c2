// What is owed by age, as bars of exact amounts in base currency; each opens the ageing.
import { useOfficeList, useTabs, useViewer } from '../../../client/index.ts'
import { MoneyBars } from '../../../kit/show/index.ts'
import { roomIn, textSetting, TileCard, type TileProps } from '../../../records/tiles/index.ts'
import { useWords } from '../../../words/index.ts'
import { openItemsWords } from '../words.ts'
import { ageingBars } from '../ageing-bars.ts'
import { sideOf } from './side-of.ts'

export const AgeingTile = ({ h, settings }: TileProps) => {
  const words = useWords(openItemsWords)
  const { t, name } = words
  const { company } = useViewer()
  const { open } = useTabs()
  const side = sideOf(settings['side'])
  const { data, problem } = useOfficeList('ageing', { params: { side }, limit: 1, totals: true }, { keep: true })
  const onOpen = () => open(`${side}s-ageing`)
  const bars = ageingBars(data, words).map((bar) => ({ ...bar, onClick: onOpen }))
  const title = textSetting(settings, 'title') || name(`tile-title.ageing-${side}`)
  return (
    <TileCard
      title={title}
      detail={company.baseCurrency}
      onOpen={onOpen}
      problem={problem}
      loading={!data}
      none={data && bars.every(({ money }) => money.minor === 0) ? t('open-items.nothing-owed') : undefined}
    >
      <MoneyBars bars={bars} height={roomIn(h)} width={420} />
    </TileCard>
  )
}
