// Every kind of paper with its languages: which the company has changed, and the way to each.
import { Box, Button, Chip, Paper, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { PAPER_KINDS } from '../../../preload/contract/papers.ts'
import { PAPER_LANGUAGES } from '../../../preload/contract/vocabulary/paper-layout.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useOfficeQuery, useTabs } from '../../client/index.ts'
import { ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { papersWords } from './words.ts'

const State = ({ of, label }: { of: QueryOutput<'paper-templates'>[number]; label: string }) => {
  const { t } = useWords(papersWords)
  const tabs = useTabs()
  const state = of.isOwn ? t('papers.own', { n: of.revision }) : t('papers.ready-made')
  return (
    <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center', flexWrap: 'wrap' }}>
      <Button
        size="small"
        aria-label={`${label} ${state}`}
        sx={{ minWidth: 0, px: 0.75, fontWeight: of.isOwn ? 600 : 400, color: of.isOwn ? 'primary.main' : 'text.secondary' }}
        onClick={() => tabs.open('paper-template', { id: `${of.paper}.${of.language}` })}
      >
        {state}
      </Button>
      {of.form !== '' && <Chip size="small" variant="outlined" label={t('papers.own-form')} title={of.form} />}
    </Box>
  )
}

export const TemplatesPage = () => {
  const { t, name } = useWords(papersWords)
  const { data, problem } = useOfficeQuery('paper-templates', {})
  const of = (paper: string, language: string) => data?.find((one) => one.paper === paper && one.language === language)
  return (
    <Box sx={{ p: 2, maxWidth: 900, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <Box>
        <Typography component="h1" sx={{ fontSize: 17, fontWeight: 600 }}>
          {name('query.paper-templates')}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t('papers.templates-intro')}
        </Typography>
      </Box>
      <ProblemNote problem={problem} />
      {data && (
        <Paper variant="outlined">
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{name('field.paper')}</TableCell>
                {PAPER_LANGUAGES.map((language) => (
                  <TableCell key={language}>{name(`paper-language.${language}`)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {PAPER_KINDS.filter((paper) => data.some((one) => one.paper === paper)).map((paper) => (
                <TableRow key={paper} hover>
                  <TableCell component="th" scope="row">
                    {name(`paper.${paper}`)}
                  </TableCell>
                  {PAPER_LANGUAGES.map((language) => {
                    const found = of(paper, language)
                    return (
                      <TableCell key={language} sx={{ py: 0.25 }}>
                        {found && <State of={found} label={`${name(`paper.${paper}`)} ${name(`paper-language.${language}`)}`} />}
                      </TableCell>
                    )
                  })}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Paper>
      )}
    </Box>
  )
}
