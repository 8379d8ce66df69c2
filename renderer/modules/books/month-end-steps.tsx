// The steps before a month is closed (月结): rates of its last day, revaluation of what is in foreign currency, then closing.
import { Box, Button, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useOfficeQuery, useTabs } from '../../client/index.ts'
import { MoneyText } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { booksWords } from './words.ts'

const Step = ({ number, title, text, action }: { number: number; title: string; text: ReactNode; action?: ReactNode }) => (
  <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1.5, py: 0.75 }}>
    <Typography sx={{ width: 18, fontWeight: 600, color: 'text.secondary' }}>{number}</Typography>
    <Box sx={{ flex: 1, minWidth: 0 }}>
      <Typography sx={{ fontWeight: 500 }}>{title}</Typography>
      <Typography variant="body2" color="textSecondary">
        {text}
      </Typography>
    </Box>
    {action}
  </Box>
)

/** What of the month is still to be done before it is closed; `close` closes it. */
export const MonthEndSteps = ({ month, close }: { month: string; close: ReactNode }) => {
  const { t, name } = useWords(booksWords)
  const tabs = useTabs()
  const { data } = useOfficeQuery('preview-revaluation', { month, withAdvances: false })
  // Closing does not wait for it.
  if (!data) return <Box>{close}</Box>
  const foreign = data.lines.length > 0
  const missing = data.missing.join(', ')
  const difference = {
    minor: data.bankDifference.minor + data.itemDifference.minor,
    currency: data.bankDifference.currency,
  }
  const open = (route: string, label: string) => (
    <Button size="small" variant="outlined" color="inherit" onClick={() => tabs.open(route)}>
      {label}
    </Button>
  )
  const revalue =
    data.done !== null ? (
      t('books.revaluation.done', { number: data.done })
    ) : !foreign ? (
      t('books.revaluation.nothing')
    ) : missing !== '' ? (
      t('books.revaluation.after-rates')
    ) : (
      <>
        {t('books.revaluation.to-do', { count: data.lines.length })} <MoneyText money={difference} />
      </>
    )
  return (
    <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      <Step
        number={1}
        title={name('list.exchange-rates')}
        text={
          missing === ''
            ? t('books.revaluation.rates-known', { on: data.on })
            : t('books.revaluation.rates-missing', { currencies: missing, on: data.on })
        }
        action={open('exchange-rates', name('list.exchange-rates'))}
      />
      <Step
        number={2}
        title={name('command.revalue-month')}
        text={revalue}
        action={data.done === null ? open('revaluation', name('command.revalue-month')) : open('revaluations', t('books.revaluation.past'))}
      />
      <Step number={3} title={name('command.close-period')} text={t('books.close-text')} action={close} />
    </Box>
  )
}
