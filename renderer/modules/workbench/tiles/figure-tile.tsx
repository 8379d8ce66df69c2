// One key figure: an exact amount or a number, what it is made of, and a click to the list that it is the total of.
import { ButtonBase, Paper, Skeleton, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useRoutes, useTabs, useViewer } from '../../../client/index.ts'
import { amountShown, decimalShown, moneyShown } from '../../../kit/format/index.ts'
import { plainLook, useListExcerpt } from '../../../kit/list/index.ts'
import { listBehind, type ListBehind, textSetting, TileCard, type TileProps } from '../../../records/tiles/index.ts'
import { useWords } from '../../../words/index.ts'
import { baseTotal, scopeBeyond } from '../home-figures.ts'
import { figureOf, type KeyFigure } from '../key-figures.ts'
import { workbenchWords } from '../words.ts'

const lookOf = ({ filters = [], period, sort, visible = {} }: KeyFigure) => ({
  ...plainLook,
  ...{ filters: [...filters], period: period ?? null, visible: { ...visible } },
  sort: sort === undefined ? [] : [{ field: sort.replace(/^-/, ''), descending: sort.startsWith('-') }],
})

type FaceProps = { label: string; onOpen: () => void; children: ReactNode }
const Face = ({ label, onOpen, children }: FaceProps) => (
  <Paper
    variant="outlined"
    component="section"
    aria-label={label}
    sx={{ height: '100%', overflow: 'hidden', containerType: 'inline-size' }}
  >
    <ButtonBase
      onClick={onOpen}
      sx={{
        ...{ width: '100%', height: '100%', px: 1.75, textAlign: 'left', '&:hover': { bgcolor: 'action.hover' } },
        ...{ display: 'flex', flexDirection: 'column', alignItems: 'stretch', justifyContent: 'center' },
      }}
    >
      <Typography variant="body2" color="textSecondary" noWrap component="span" title={label}>
        {label}
      </Typography>
      {children}
    </ButtonBase>
  </Paper>
)

type Props = { named: string; title: string; figure: KeyFigure; list: ListBehind }
const Figure = ({ named, title, figure, list }: Props) => {
  const { t, name } = useWords(workbenchWords)
  const { company } = useViewer()
  const { open } = useTabs()
  const look = lookOf(figure)
  const { data, problem } = useListExcerpt({ list: list.name, params: list.params, look, columns: [], rows: 0, totals: true })
  const { amount, below, counted, alarming } = figure
  const isMonth = figure.period?.period === 'this-month'
  const before = useListExcerpt({
    ...{ list: list.name, params: list.params, columns: [], rows: 0, totals: true, enabled: isMonth },
    look: { ...look, period: figure.period && isMonth ? { ...figure.period, period: 'last-month' } : null },
  })
  const base = company.baseCurrency
  const sum = amount === undefined ? null : baseTotal(data, amount, base)
  const second = below ? baseTotal(data, below.column, base) : null
  const count = data?.count
  const monthBefore = amount === undefined ? before.data?.count : baseTotal(before.data, amount, base)
  const scope = scopeBeyond(data)
  const label = title || name(named)
  const isAlarm = alarming === true && (amount === undefined ? (count ?? 0) > 0 : (sum?.minor ?? 0) > 0)
  const { view: _view, ...shown } = look
  return (
    <Face
      label={scope === undefined ? label : t('home.within-scope', { label, scope: name(`header.${scope}`) })}
      // Also without filters: the user's usual ones would make another total of it.
      onOpen={() => open(figure.page, { look: JSON.stringify(shown), called: named })}
    >
      {data ? (
        <Typography
          component="span"
          noWrap
          sx={{ fontSize: 'clamp(15px, 9cqw, 22px)', fontWeight: 600, lineHeight: '32px', color: isAlarm ? 'error.main' : 'text.primary' }}
        >
          {sum && (
            <Typography component="span" variant="caption" color="textSecondary" sx={{ mr: 0.5 }}>
              {sum.currency}
            </Typography>
          )}
          {sum ? amountShown(sum) : decimalShown(String(count ?? 0))}
        </Typography>
      ) : problem ? (
        <Typography component="span" color="textSecondary" sx={{ lineHeight: '32px' }}>
          {t('home.failed')}
        </Typography>
      ) : (
        <Skeleton component="span" width="60%" sx={{ fontSize: 22, height: 32 }} />
      )}
      <Typography
        component="span"
        variant="caption"
        noWrap
        color={second && second.minor > 0 ? 'error' : 'textSecondary'}
        sx={{ minHeight: 18 }}
      >
        {data && below && second && t(below.words, { amount: moneyShown(second) })}
        {data && counted && t(counted, { count: decimalShown(String(count ?? 0)) })}
        {isMonth && monthBefore !== undefined && monthBefore !== null && (
          <>
            {counted && ' · '}
            {t('figures.last-month', {
              amount: typeof monthBefore === 'number' ? decimalShown(String(monthBefore)) : amountShown(monthBefore),
            })}
          </>
        )}
      </Typography>
    </Face>
  )
}

export const FigureTile = ({ settings }: TileProps) => {
  const { t, name } = useWords(workbenchWords)
  const routes = useRoutes()
  const named = `figure.${textSetting(settings, 'figure')}`
  const figure = figureOf(settings['figure'])
  const list = listBehind(routes.find((route) => route.name === figure?.page))
  const title = textSetting(settings, 'title')
  if (!figure || !list) return <TileCard title={title || name('tile.figure')} none={t('tile.not-here')} />
  return <Figure named={named} title={title} figure={figure} list={list} />
}
