// What an estimate comes to, line by line down to the profit; and its versions.
import { Box, Link, Table, TableBody, TableCell, TableRow, Typography } from '@mui/material'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useTabs } from '../../client/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { amountShown, percentShown } from '../../kit/format/index.ts'
import { StatusChip } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import type { Estimate } from './estimate-form-values.ts'
import { estimatesWords } from './words.ts'

const FIGURE = { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } as const

export const EstimateResult = ({ result }: { result: QueryOutput<'preview-profit-estimate'>['result'] }) => {
  const { t, name } = useWords(estimatesWords)
  return (
    <FormSection title={t('estimates.result', { currency: result.profit.currency })} wide>
      <Table size="small" sx={{ maxWidth: 460 }} aria-label={t('estimates.result', { currency: result.profit.currency })}>
        <TableBody>
          {result.lines
            .filter((l) => l.amount.minor !== 0)
            .map(({ line, amount }) => (
              <TableRow key={line}>
                <TableCell>{name(`profit-line.${line}`)}</TableCell>
                <TableCell sx={FIGURE}>{amountShown(amount)}</TableCell>
              </TableRow>
            ))}
          <TableRow sx={{ '& td': { fontWeight: 600, borderTop: 2, borderTopColor: 'divider' } }}>
            <TableCell>{name('field.estimatedProfit')}</TableCell>
            <TableCell sx={{ ...FIGURE, color: result.profit.minor < 0 ? 'error.main' : 'inherit' }}>
              {amountShown(result.profit)}
            </TableCell>
          </TableRow>
          <TableRow>
            <TableCell>{name('field.margin')}</TableCell>
            <TableCell sx={FIGURE}>{percentShown(result.margin ?? '') || '–'}</TableCell>
          </TableRow>
        </TableBody>
      </Table>
      <Typography variant="caption" color="textSecondary">
        {t('estimates.explained')}
      </Typography>
    </FormSection>
  )
}

export const Versions = ({ estimate }: { estimate: Estimate }) => {
  const { t } = useWords(estimatesWords)
  const tabs = useTabs()
  if (estimate.versions.length < 2) return null
  return (
    <FormSection title={t('estimates.versions')} wide>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {estimate.versions.map(({ id, number, status }) => (
          <Box component="li" key={id} sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
            {id === estimate.id ? (
              <Typography component="span" variant="body2" sx={{ fontWeight: 600 }}>
                {number}
              </Typography>
            ) : (
              <Link
                component="button"
                type="button"
                underline="hover"
                onClick={() => void tabs.openRecord('profit-estimate', id)}
                sx={{ font: 'inherit' }}
              >
                {number}
              </Link>
            )}
            <StatusChip group="profit-estimate-status" value={status} />
          </Box>
        ))}
      </Box>
    </FormSection>
  )
}
