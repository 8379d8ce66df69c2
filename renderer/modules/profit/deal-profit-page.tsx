// Profit of one deal: committed beside actual, line by line, each figure opening what it is made of. Printable.
import { Box, Button, Link, Paper, Skeleton, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import { type Params, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import { amountShown, percentShown } from '../../kit/format/index.ts'
import { KeyFigures, ProblemNote, PrintButton, ScrollRegion, useTabTitle } from '../../kit/show/index.ts'
import { useWords, type Words } from '../../words/index.ts'
import { profitWords } from './words.ts'

type Profit = QueryOutput<'deal-profit'>
type Line = Profit['lines'][number]
/** Lines that contracts commit to; the others are committed when they are billed, so their postings explain both columns. */
const BY_CONTRACT: readonly Line['line'][] = ['revenue', 'purchase', 'tax-refund', 'commission']
const FIGURE = { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } as const

const Figure = ({ amount, label, onClick }: { amount: Money | null; label?: string; onClick?: () => void }) => {
  if (amount === null) return <>–</>
  const text = amountShown(amount)
  if (amount.minor === 0)
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {text}
      </Box>
    )
  if (!onClick) return <>{text}</>
  return (
    <Link
      component="button"
      type="button"
      underline="hover"
      color="inherit"
      aria-label={label && `${label} ${text}`}
      onClick={onClick}
      sx={{ font: 'inherit' }}
    >
      {text}
    </Link>
  )
}

const Lines = ({ profit }: { profit: Profit }) => {
  const { company } = useViewer()
  const { t, name } = useWords(profitWords)
  const { open, openRecord } = useTabs()
  const details = (line: Line['line']) => () => open('deal-profit-details', { dealId: profit.dealId, line })
  const contracts = () => open('deal', { id: profit.dealId })
  const estimated = profit.estimate ? () => void openRecord('profit-estimate', profit.estimate!.id) : undefined
  const labelled = (line: string, column: string) => `${name(`profit-line.${line}`)} ${name(`field.${column}`)}`
  return (
    <Table size="small" sx={{ maxWidth: 1080 }} aria-label={name('record.deal-profit')}>
      <TableHead>
        <TableRow>
          <TableCell>{name('field.deal-profit-details.line')}</TableCell>
          {profit.estimate && (
            <TableCell sx={FIGURE}>
              {t('profit.estimate', {
                number: profit.estimate.number,
                state: t(profit.estimate.approved ? 'profit.approved' : 'profit.newest'),
              })}
            </TableCell>
          )}
          {['committed', 'actual', 'variance'].map((field) => (
            <TableCell key={field} sx={FIGURE}>
              {name(`field.${field}`)} {company.baseCurrency}
            </TableCell>
          ))}
          <TableCell sx={FIGURE}>{name('field.variancePercent')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {profit.lines.map(({ line, estimated: expected, committed, actual, variance, variancePercent }) => (
          <TableRow key={line} hover>
            <TableCell>{name(`profit-line.${line}`)}</TableCell>
            {expected && estimated && (
              <TableCell sx={FIGURE}>
                <Figure amount={expected} label={labelled(line, 'estimated')} onClick={estimated} />
              </TableCell>
            )}
            <TableCell sx={FIGURE}>
              <Figure
                amount={committed}
                label={labelled(line, 'committed')}
                onClick={BY_CONTRACT.includes(line) ? contracts : details(line)}
              />
            </TableCell>
            <TableCell sx={FIGURE}>
              <Figure amount={actual} label={labelled(line, 'actual')} onClick={details(line)} />
            </TableCell>
            <TableCell sx={FIGURE}>
              <Figure amount={variance} />
            </TableCell>
            <TableCell sx={FIGURE}>{percentShown(variancePercent ?? '')}</TableCell>
          </TableRow>
        ))}
        <TableRow sx={{ '& td': { fontWeight: 600, borderTop: 2, borderTopColor: 'divider' } }}>
          <TableCell>{name('field.profit')}</TableCell>
          {profit.estimate && estimated && (
            <TableCell sx={FIGURE}>
              <Figure amount={profit.estimate.profit} label={name('field.estimatedProfit')} onClick={estimated} />
            </TableCell>
          )}
          <TableCell sx={FIGURE}>
            <Figure amount={profit.committedProfit} />
          </TableCell>
          <TableCell sx={FIGURE}>
            <Figure
              amount={profit.actualProfit}
              label={name('field.actualProfit')}
              onClick={() => open('deal-profit-details', { dealId: profit.dealId })}
            />
          </TableCell>
          <TableCell sx={FIGURE}>
            <Figure amount={profit.variance} />
          </TableCell>
          <TableCell sx={FIGURE}>{percentShown(profit.variancePercent ?? '')}</TableCell>
        </TableRow>
        <TableRow>
          <TableCell>{name('field.margin')}</TableCell>
          {profit.estimate && <TableCell sx={FIGURE}>{percentShown(profit.estimate.margin ?? '') || '–'}</TableCell>}
          <TableCell sx={FIGURE}>{percentShown(profit.committedMargin ?? '') || '–'}</TableCell>
          <TableCell sx={FIGURE}>{percentShown(profit.actualMargin ?? '') || '–'}</TableCell>
          <TableCell colSpan={2} />
        </TableRow>
        <TableRow>
          <TableCell>{name('field.exchangeCost')}</TableCell>
          {profit.estimate && <TableCell sx={FIGURE}>{profit.estimate.exchangeCost ?? '–'}</TableCell>}
          <TableCell />
          <TableCell sx={FIGURE}>{profit.exchangeCost ?? '–'}</TableCell>
          <TableCell colSpan={2} />
        </TableRow>
      </TableBody>
    </Table>
  )
}

export const DealProfitPage = ({ params }: { params: Params }) => {
  const words = useWords(profitWords)
  const { name, t } = words
  const tabs = useTabs()
  const { data, problem, loading, refetch } = useOfficeQuery('deal-profit', { dealId: params.id ?? '' })
  const titleIn = (w: Words) => (data ? `${w.name('record.deal-profit')} ${data.number}` : w.name('record.deal-profit'))
  const title = titleIn(words)
  useTabTitle(titleIn)
  return (
    <Box className="on-paper" sx={{ height: '100%', overflow: 'auto', p: 2, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: 1.5 }}>
        <Typography component="h1" sx={{ fontSize: 17, fontWeight: 600 }}>
          {title}
        </Typography>
        {data && <Typography color="text.secondary">{data.customerName}</Typography>}
        <Box sx={{ flex: 1 }} />
        <Box className="not-on-paper" sx={{ display: 'flex', gap: 1 }}>
          {data && (
            <Button
              size="small"
              color="inherit"
              variant="outlined"
              sx={{ borderColor: 'divider' }}
              onClick={() => tabs.open('deal', { id: data.dealId })}
            >
              {name('field.deal')}
            </Button>
          )}
          <PrintButton disabled={!data} />
        </Box>
      </Box>
      <ProblemNote problem={problem} ways={[{ label: t('kit.list.refresh'), onClick: refetch }]} />
      {loading && <Skeleton variant="rounded" height={320} sx={{ maxWidth: 1080 }} />}
      {data && (
        <>
          <KeyFigures
            figures={[
              { name: 'field.actualProfit', money: data.actualProfit, alarm: (data.actualProfit?.minor ?? 0) < 0 },
              ...(data.estimate ? [{ name: 'field.estimatedProfit', money: data.estimate.profit }] : []),
              { name: 'field.committedProfit', money: data.committedProfit },
              { name: 'field.actualMargin', text: percentShown(data.actualMargin ?? '') || '–' },
              { name: 'field.exchangeCost', text: data.exchangeCost ?? '–' },
              { name: 'field.netFobIncome', money: data.netFobIncome },
            ]}
          />
          <Paper variant="outlined" sx={{ p: 1.5, maxWidth: 1112 }}>
            <ScrollRegion label={name('record.deal-profit')}>
              <Lines profit={data} />
            </ScrollRegion>
          </Paper>
          <Typography variant="caption" color="text.secondary" sx={{ maxWidth: 860 }}>
            {t(data.estimate ? 'profit.against-estimate' : 'profit.against-committed')} {t('profit.explained')}
          </Typography>
        </>
      )}
    </Box>
  )
}
