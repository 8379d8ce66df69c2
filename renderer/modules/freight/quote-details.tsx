// The charges of one quote as they were given.
import { Table, TableBody, TableCell, TableRow, Typography } from '@mui/material'
import { amountShown } from '../../kit/format/index.ts'
import { useWords } from '../../words/index.ts'
import type { Quote } from './inquiry-form-values.ts'
import { inOrder } from './quote-form-values.ts'
import { freightWords } from './words.ts'

export const QuoteDetails = ({ quote }: { quote: Quote }) => {
  const { t, name } = useWords(freightWords)
  return (
    <>
      <Table size="small" aria-label={t('freight.charges')} sx={{ width: 'auto', '& td': { border: 0, py: 0.25, px: 1 } }}>
        <TableBody>
          {inOrder(quote.lines).map((line) => (
            <TableRow key={line.id}>
              <TableCell sx={{ color: 'text.secondary' }}>{name(`charge-kind.${line.kind}`)}</TableCell>
              <TableCell>{line.name}</TableCell>
              <TableCell>{line.containerType}</TableCell>
              <TableCell sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
                {line.currency} {amountShown({ minor: line.amount, currency: line.currency })}
              </TableCell>
              <TableCell sx={{ color: 'text.secondary' }}>{name(`charge-basis.${line.basis}`)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {quote.remark !== '' && (
        <Typography variant="body2" sx={{ px: 1, pt: 0.5, whiteSpace: 'pre-wrap' }}>
          {quote.remark}
        </Typography>
      )}
    </>
  )
}
