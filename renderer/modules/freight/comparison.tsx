// The comparison: forwarders below each other, what they ask side by side per container and in total in base currency; what does not count is dimmed.
import { Table, TableBody, TableCell, TableHead, TableRow, TableSortLabel } from '@mui/material'
import { useState } from 'react'
import { compareTexts } from '../../kit/format/index.ts'
import { EmptyState, ScrollRegion } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { ComparisonRow, DEEDS, FIGURE } from './comparison-row.tsx'
import type { Asked, Deed, Inquiry } from './inquiry-form-values.ts'
import { freightWords } from './words.ts'

type SortKey = 'name' | 'total' | 'transitDays' | 'validTo'
type Props = {
  inquiry: Inquiry
  /** What may be done with a row; absent where nothing can be done any more. */
  onDo?: (deed: Deed, asked: Asked) => void
  may: (deed: Deed) => boolean
}

const keyOf = (asked: Asked, key: SortKey): number | string | null => {
  if (key === 'name') return asked.name
  const { quote } = asked
  if (!quote) return null
  if (key === 'total') return quote.compared?.minor ?? null
  return quote[key]
}

/** What counts first, then by the key; what is not known comes last in either direction. */
export const sortedRows = (rows: readonly Asked[], key: SortKey, descending: boolean): Asked[] => {
  const counts = (asked: Asked) => (asked.quote?.state === 'valid' ? 0 : asked.quote ? 1 : 2)
  return rows.toSorted((a, b) => {
    if (key !== 'name' && counts(a) !== counts(b)) return counts(a) - counts(b)
    const [x, y] = [keyOf(a, key), keyOf(b, key)]
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : compareTexts(String(x), String(y))
    return descending ? -order : order
  })
}

export const Comparison = ({ inquiry, onDo, may }: Props) => {
  const { t, name } = useWords(freightWords)
  const [sort, setSort] = useState<{ key: SortKey; descending: boolean }>({ key: 'total', descending: false })
  const [open, setOpen] = useState<string | null>(null)
  const units = inquiry.cargoLoad === 'lcl' ? ['ton'] : [...new Set(inquiry.containers.map((c) => c.type))]
  if (inquiry.forwarders.length === 0) return <EmptyState title={t('freight.nobody-asked')} text={t('freight.nobody-asked-text')} />
  const title = (key: SortKey, label: string, figure = false) => (
    <TableCell sx={figure ? FIGURE : undefined} sortDirection={sort.key === key ? (sort.descending ? 'desc' : 'asc') : false}>
      <TableSortLabel
        active={sort.key === key}
        direction={sort.key === key && sort.descending ? 'desc' : 'asc'}
        onClick={() => setSort({ key, descending: sort.key === key && !sort.descending })}
      >
        {label}
      </TableSortLabel>
    </TableCell>
  )
  return (
    <ScrollRegion label={t('freight.comparison')}>
      <Table size="small" aria-label={t('freight.comparison')} sx={{ '& th, & td': { px: 1 }, '& th': { whiteSpace: 'nowrap' } }}>
        <TableHead>
          <TableRow>
            {title('name', name('field.forwarder'))}
            <TableCell>{name('field.status')}</TableCell>
            {units.map((unit) => (
              <TableCell key={unit} sx={FIGURE}>
                {unit === 'ton' ? name('charge-basis.ton') : t('freight.per-unit', { unit })}
              </TableCell>
            ))}
            <TableCell sx={FIGURE}>{t('freight.amounts')}</TableCell>
            {title('total', name('field.freight-quotes.totalBase'), true)}
            {title('transitDays', name('field.transitDays'), true)}
            {title('validTo', name('field.validTo'))}
            {onDo && <TableCell sx={DEEDS} />}
          </TableRow>
        </TableHead>
        <TableBody>
          {sortedRows(inquiry.forwarders, sort.key, sort.descending).map((asked) => (
            <ComparisonRow
              key={asked.forwarderId}
              asked={asked}
              inquiry={inquiry}
              units={units}
              open={open === asked.forwarderId}
              onToggle={() => setOpen(open === asked.forwarderId ? null : asked.forwarderId)}
              {...(onDo ? { onDo } : {})}
              may={may}
            />
          ))}
        </TableBody>
      </Table>
    </ScrollRegion>
  )
}
