// The balance at the end of each of the next eight weeks, the lowest in the title; all of it opens the forecast.
import { useOfficeQuery, useTabs } from '../../../client/index.ts'
import { moneyShown } from '../../../kit/format/index.ts'
import { MoneyBars } from '../../../kit/show/index.ts'
import { roomIn, textSetting, TileCard, type TileProps } from '../../../records/tiles/index.ts'
import { useWords } from '../../../words/index.ts'
import { bankAccountsWords } from '../words.ts'

const WEEKS = 8

export const CashForecastTile = ({ h, settings }: TileProps) => {
  const { t, name } = useWords(bankAccountsWords)
  const { open } = useTabs()
  const { data, problem } = useOfficeQuery('cash-forecast', { weeks: WEEKS, lateDays: 0 }, { keep: true })
  const onOpen = () => open('cash-forecast')
  const money = (minor: number) => ({ minor, currency: data!.currency })
  return (
    <TileCard
      title={textSetting(settings, 'title') || name('tile.cash-forecast')}
      detail={data && t('forecast.lowest-short', { amount: moneyShown(money(data.lowest.balance)) })}
      onOpen={onOpen}
      problem={problem}
      loading={!data}
    >
      {data && (
        <MoneyBars
          bars={data.closing.map((minor, at) => ({ label: data.weeks[at]!.to.slice(5), money: money(minor), onClick: onOpen }))}
          height={roomIn(h)}
          width={420}
        />
      )}
    </TileCard>
  )
}
