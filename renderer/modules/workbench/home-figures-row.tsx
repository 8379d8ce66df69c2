// The key figures that this user may see: what is owed to and by the company, the banks, and the contracts of the month.
import { Box } from '@mui/material'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import { type Params, useMay, useOfficeList, useRoutes, useTabs, useViewer } from '../../client/index.ts'
import { moneyShown } from '../../kit/format/index.ts'
import { useWords } from '../../words/index.ts'
import { FigureCard } from './figure-card.tsx'
import { baseTotal, monthStart, scopeBeyond } from './home-figures.ts'
import { workbenchWords } from './words.ts'

const ONLY_TOTALS = { limit: 1, totals: true } as const

/** Opens a route if this version has it. */
export const useOpener = (): ((route: string, params?: Params) => (() => void) | undefined) => {
  const routes = useRoutes()
  const tabs = useTabs()
  return (route, params) => (routes.some((one) => one.name === route) ? () => tabs.open(route, params) : undefined)
}

const Overdue = ({ words, amount }: { words: string; amount: Money | null }) =>
  amount && (
    <Box component="span" sx={{ color: amount.minor > 0 ? 'error.main' : 'text.secondary' }}>
      {words} {moneyShown(amount)}
    </Box>
  )

const Side = ({ side }: { side: 'receivable' | 'payable' }) => {
  const { t, name } = useWords(workbenchWords)
  const { company } = useViewer()
  const opener = useOpener()
  const read = useOfficeList('ageing', { ...ONLY_TOTALS, params: { side } })
  const scope = scopeBeyond(read.data)
  const label = t(`home.${side}`)
  return (
    <FigureCard
      label={scope === undefined ? label : t('home.within-scope', { label, scope: name(`header.${scope}`) })}
      money={baseTotal(read.data, 'total', company.baseCurrency)}
      problem={read.problem}
      below={
        <Overdue
          words={t(side === 'receivable' ? 'home.overdue' : 'home.payable-overdue')}
          amount={baseTotal(read.data, 'overdue', company.baseCurrency)}
        />
      }
      onClick={opener(`${side}s-ageing`) ?? opener('ageing', { side })}
    />
  )
}

const Banks = () => {
  const { t } = useWords(workbenchWords)
  const { company } = useViewer()
  const opener = useOpener()
  const read = useOfficeList('bank-accounts', ONLY_TOTALS)
  return (
    <FigureCard
      label={t('home.bank')}
      money={baseTotal(read.data, 'balanceBase', company.baseCurrency)}
      problem={read.problem}
      below={t('home.accounts-count', { count: read.data?.count ?? 0 })}
      onClick={opener('bank-accounts')}
    />
  )
}

const Contracts = () => {
  const { t } = useWords(workbenchWords)
  const { company, today } = useViewer()
  const opener = useOpener()
  const read = useOfficeList('sales-contracts', {
    ...ONLY_TOTALS,
    filters: [
      { field: 'contractDate', op: 'between', value: [monthStart(today), today] },
      { field: 'status', op: 'is', value: 'signed' },
    ],
  })
  return (
    <FigureCard
      label={t('home.contracts-month')}
      money={baseTotal(read.data, 'totalBase', company.baseCurrency)}
      problem={read.problem}
      below={t('home.contracts-count', { count: read.data?.count ?? 0 })}
      onClick={opener('sales-contracts')}
    />
  )
}

export const HomeFigures = () => {
  const may = useMay()
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'repeat(2, 1fr)', lg: 'repeat(4, 1fr)' }, gap: 1.5 }}>
      {may('sales-contract.view') && <Contracts />}
      {may('receivable.view') && <Side side="receivable" />}
      {may('payable.view') && <Side side="payable" />}
      {may('bank-account.view') && <Banks />}
    </Box>
  )
}
