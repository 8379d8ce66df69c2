// One forwarder in the comparison: his newest quote, how it stands, what may be done with it; unfolded its charges and his earlier quotes.
import ExpandMore from '@mui/icons-material/ExpandMore'
import { Box, Button, Collapse, IconButton, TableCell, TableRow, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { amountShown } from '../../kit/format/index.ts'
import { MoneyText, RecordLink, StatusChip } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { QuoteDetails } from './quote-details.tsx'
import type { Asked, Deed, Inquiry, Quote } from './inquiry-form-values.ts'
import { freightWords } from './words.ts'

/** What may be done stays in sight when the table is wider than its place. */
export const DEEDS = { position: 'sticky', right: 0, bgcolor: 'background.paper' } as const
export const FIGURE = { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } as const

type Props = {
  asked: Asked
  inquiry: Inquiry
  units: readonly string[]
  open: boolean
  onToggle: () => void
  onDo?: (deed: Deed, asked: Asked) => void
  may: (deed: Deed) => boolean
}

const Mark = ({ children }: { children: ReactNode }) => (
  <Box
    component="span"
    sx={{
      mx: 0.5,
      whiteSpace: 'nowrap',
      px: 0.5,
      borderRadius: 0.75,
      fontSize: 11,
      color: 'success.main',
      border: 1,
      borderColor: 'success.main',
    }}
  >
    {children}
  </Box>
)

const Total = ({ quote, cheapest }: { quote: Quote; cheapest: boolean }) => {
  const { t, name } = useWords(freightWords)
  if (quote.missingRate !== null && quote.compared === null)
    return (
      <Box component="span" sx={{ color: 'error.main', whiteSpace: 'normal' }}>
        {t('freight.no-rate', { currency: quote.missingRate })}
      </Box>
    )
  if (quote.unpriced.length > 0) {
    const unpriced = quote.unpriced.map((part) => (part === 'ton' ? name('charge-basis.ton') : part)).join(', ')
    return <>{t('freight.unpriced', { unpriced })}</>
  }
  const { aboveBest } = quote
  return (
    <>
      {cheapest && <Mark>{t('freight.cheapest')}</Mark>} <MoneyText money={quote.compared ?? quote.totalBase} strong={cheapest} />
      {aboveBest && aboveBest.minor > 0 && (
        <Box sx={{ fontSize: 12, color: 'text.secondary' }} title={t('freight.above-best')}>
          +{amountShown(aboveBest)}
        </Box>
      )}
    </>
  )
}

const Figures = ({ quote, inquiry, units }: { quote: Quote; inquiry: Inquiry; units: readonly string[] }) => {
  const { t } = useWords(freightWords)
  return (
    <>
      {units.map((unit) => (
        <TableCell key={unit} sx={FIGURE}>
          <MoneyText money={quote.perUnit.find((u) => u.unit === unit)?.base} bare />
        </TableCell>
      ))}
      <TableCell sx={FIGURE}>
        {quote.amounts.map((money) => (
          <div key={money.currency}>
            <MoneyText money={money} />
          </div>
        ))}
      </TableCell>
      <TableCell sx={FIGURE}>
        <Total quote={quote} cheapest={inquiry.cheapest === quote.id} />
      </TableCell>
      <TableCell sx={FIGURE}>
        {quote.transitDays ?? ''}
        {inquiry.fastest === quote.id && <Mark>{t('freight.fastest')}</Mark>}
        {quote.freeDays !== null && (
          <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{t('freight.free-days', { days: quote.freeDays })}</Box>
        )}
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap', ...(quote.state === 'expired' && { color: 'error.main' }) }}>{quote.validTo}</TableCell>
    </>
  )
}

const Deeds = ({ asked, onDo, may, chosen }: Pick<Props, 'asked' | 'may'> & { onDo: NonNullable<Props['onDo']>; chosen: boolean }) => {
  const { t, name } = useWords(freightWords)
  const deed = (what: Deed, label: string) => (
    <Button
      size="small"
      variant={what === 'choose' ? 'outlined' : 'text'}
      color={what === 'choose' ? 'primary' : 'inherit'}
      aria-label={`${label} ${asked.name}`}
      onClick={() => onDo(what, asked)}
      sx={{ minWidth: 0, whiteSpace: 'nowrap' }}
    >
      {label}
    </Button>
  )
  return (
    <Box sx={{ display: 'flex', gap: 0.5, justifyContent: 'flex-end' }}>
      {may('decline') && asked.state !== 'declined' && deed('decline', name('command.record-freight-decline'))}
      {may('quote') && deed('quote', asked.quote ? t('freight.quote-again') : name('command.register-freight-quote'))}
      {may('choose') && asked.quote?.state === 'valid' && !chosen && deed('choose', t('freight.choose'))}
    </Box>
  )
}

export const ComparisonRow = ({ asked, inquiry, units, open, onToggle, onDo, may }: Props) => {
  const { t } = useWords(freightWords)
  const { quote } = asked
  const chosen = quote !== null && inquiry.chosen?.quoteId === quote.id
  const counts = quote?.state === 'valid'
  const columns = units.length + 6
  return (
    <>
      <TableRow
        hover
        data-state={quote?.state ?? asked.state}
        sx={{
          '& > td': { borderBottom: open ? 0 : undefined, ...(!counts && { color: 'text.secondary' }) },
          ...(chosen && { bgcolor: 'color-mix(in srgb, var(--mui-palette-primary-main) 8%, transparent)' }),
        }}
      >
        <TableCell sx={{ maxWidth: 260 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', minWidth: 0 }}>
            <IconButton
              size="small"
              aria-label={t('freight.details', { forwarder: asked.name })}
              aria-expanded={open}
              disabled={quote === null}
              onClick={onToggle}
              sx={{ ml: -1, visibility: quote === null ? 'hidden' : 'visible' }}
            >
              <ExpandMore sx={{ fontSize: 18, transform: open ? 'rotate(180deg)' : 'none' }} />
            </IconButton>
            <Box sx={{ minWidth: 0 }}>
              <RecordLink route="vendor" id={asked.forwarderId}>
                {asked.name}
              </RecordLink>
              {quote?.carrierName && (
                <Box sx={{ fontSize: 12, color: 'text.secondary', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
                  {quote.carrierName}
                </Box>
              )}
            </Box>
            {chosen && <Mark>{t('freight.chosen')}</Mark>}
          </Box>
        </TableCell>
        <TableCell title={asked.declineReason}>
          <StatusChip group={quote ? 'freight-quote-state' : 'freight-forwarder-state'} value={quote ? quote.state : asked.state} />
        </TableCell>
        {quote ? (
          <Figures quote={quote} inquiry={inquiry} units={units} />
        ) : (
          <TableCell colSpan={units.length + 4} sx={{ color: 'text.secondary' }}>
            {asked.state === 'declined' ? asked.declineReason : t('freight.waiting', { on: asked.askedOn })}
          </TableCell>
        )}
        {onDo && (
          <TableCell sx={DEEDS}>
            <Deeds asked={asked} onDo={onDo} may={may} chosen={chosen} />
          </TableCell>
        )}
      </TableRow>
      {quote && (
        <TableRow>
          <TableCell colSpan={columns + (onDo ? 1 : 0)} sx={{ py: 0, ...(open ? {} : { borderBottom: 0 }) }}>
            <Collapse in={open} unmountOnExit>
              <Box sx={{ pb: 1.5, pl: 3.5 }}>
                <QuoteDetails quote={quote} />
                {asked.earlier.map((earlier) => (
                  <Box key={earlier.id} sx={{ mt: 1.5, opacity: 0.7 }}>
                    <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                      {t('freight.earlier', { round: earlier.round, on: earlier.quotedOn, validTo: earlier.validTo })}
                    </Typography>
                    <QuoteDetails quote={earlier} />
                  </Box>
                ))}
              </Box>
            </Collapse>
          </TableCell>
        </TableRow>
      )}
    </>
  )
}
