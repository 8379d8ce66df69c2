// What a revaluation does to each account and item: its balance, the rate, its worth before and after, and the difference.
import { Table, TableBody, TableCell, TableFooter, TableHead, TableRow } from '@mui/material'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import { EmptyState, MoneyText, RecordLink, ScrollRegion } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { booksWords } from './words.ts'

type Revaluation = Pick<QueryOutput<'revaluation'>, 'lines' | 'bankDifference' | 'itemDifference'>
type Line = Revaluation['lines'][number]
const FIGURE = { textAlign: 'right', whiteSpace: 'nowrap' } as const

const Figure = ({ money }: { money: Money | null }) => <TableCell sx={FIGURE}>{money ? <MoneyText money={money} /> : '–'}</TableCell>

const Subject = ({ line }: { line: Line }) => {
  if (line.bankAccountId !== null)
    return (
      <RecordLink route="bank-movements" id={line.bankAccountId}>
        {line.subject}
      </RecordLink>
    )
  return line.documentId === null ? (
    line.subject
  ) : (
    <RecordLink route="document" id={line.documentId}>
      {line.subject}
    </RecordLink>
  )
}

export const RevaluationTable = ({ of }: { of: Revaluation }) => {
  const { t, name } = useWords(booksWords)
  if (of.lines.length === 0) return <EmptyState title={t('books.revaluation.nothing')} />
  const totals = [
    { label: t('books.revaluation.banks'), money: of.bankDifference, shown: of.lines.some((l) => l.bankAccountId !== null) },
    { label: t('books.revaluation.items'), money: of.itemDifference, shown: of.lines.some((l) => l.bankAccountId === null) },
  ]
  return (
    <ScrollRegion label={name('record.revaluation')}>
      <Table size="small" aria-label={name('record.revaluation')}>
        <TableHead>
          <TableRow>
            <TableCell>{name('field.revaluation-line.subject')}</TableCell>
            <TableCell>{name('field.kind')}</TableCell>
            <TableCell>{t('books.revaluation.whose')}</TableCell>
            <TableCell sx={FIGURE}>{name('field.revaluation-line.foreign')}</TableCell>
            <TableCell sx={FIGURE}>{name('field.rate')}</TableCell>
            <TableCell sx={FIGURE}>{name('field.baseBefore')}</TableCell>
            <TableCell sx={FIGURE}>{name('field.baseAfter')}</TableCell>
            <TableCell sx={FIGURE}>{name('field.revaluation.difference')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {of.lines.map((line, at) => (
            // An item of one document has no other identity here than its place.
            <TableRow key={at} hover>
              <TableCell>
                <Subject line={line} />
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {name(line.kind === null ? 'record.bank-account' : `item-kind.${line.kind}`)}
              </TableCell>
              <TableCell>{line.name}</TableCell>
              <Figure money={line.balance} />
              <TableCell sx={FIGURE}>{line.rate ?? '–'}</TableCell>
              <Figure money={line.before} />
              <Figure money={line.after} />
              <Figure money={line.difference} />
            </TableRow>
          ))}
        </TableBody>
        <TableFooter>
          {totals
            .filter((total) => total.shown)
            .map(({ label, money }) => (
              <TableRow key={label}>
                <TableCell colSpan={7} sx={{ color: 'text.primary' }}>
                  {label}
                </TableCell>
                <TableCell sx={{ ...FIGURE, color: 'text.primary', fontWeight: 600, fontSize: 14 }}>
                  <MoneyText money={money} />
                </TableCell>
              </TableRow>
            ))}
        </TableFooter>
      </Table>
    </ScrollRegion>
  )
}
