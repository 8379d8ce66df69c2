// What customers owe by age, as bars of exact amounts.
import { useOfficeList, useViewer } from '../../client/index.ts'
import { BarChartCard } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { baseTotal, bucketsOf } from './home-figures.ts'
import { useOpener } from './home-figures-row.tsx'
import { workbenchWords } from './words.ts'

export const AgeingChart = () => {
  const { t } = useWords(workbenchWords)
  const { company } = useViewer()
  const opener = useOpener()
  const read = useOfficeList('ageing', { limit: 1, totals: true, params: { side: 'receivable' } })
  if (!read.data) return null
  const onClick = opener('receivables-ageing') ?? opener('ageing', { side: 'receivable' })
  const bar = (label: string, column: string) => {
    const amount = baseTotal(read.data, column, company.baseCurrency)
    return amount ? [{ label, money: amount, ...(onClick ? { onClick } : {}) }] : []
  }
  const bars = [
    ...bar(t('home.not-due'), 'notDue'),
    ...bucketsOf(company.ageingBuckets).flatMap(({ column, from, to }) =>
      bar(to === null ? t('home.days-over', { from: from - 1 }) : t('home.days', { from, to }), column),
    ),
  ]
  if (bars.every((one) => one.money.minor === 0)) return null // A new company: empty axes say nothing.
  return <BarChartCard title={t('home.ageing', { currency: company.baseCurrency })} bars={bars} height={250} width={420} />
}
