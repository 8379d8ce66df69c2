// What the one file of a set holds: each paper with its first page, whether it is as it was issued, what stands against it, and what is not in it.
import { Alert, Stack, Typography } from '@mui/material'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { namesText, useWords } from '../../words/index.ts'
import { PaperNotes } from './paper-notes.tsx'

export const SetParts = ({ of }: { of: QueryOutput<'paper-set'> }) => {
  const { t, name, language } = useWords()
  return (
    <Stack sx={{ gap: 0.75 }}>
      {of.leftOut.length > 0 && (
        <Alert severity="warning" variant="outlined" icon={false} sx={{ py: 0.5 }}>
          {t('papers.set-left-out', {
            papers: namesText(
              of.leftOut.map((paper) => name(`paper.${paper}`)),
              language,
            ),
          })}
        </Alert>
      )}
      {of.parts.map(({ paper, recordId, number, page, issue, problems }) => (
        <Stack key={`${paper} ${recordId}`} sx={{ gap: 0.5 }}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            {`${name(`paper.${paper}`)} ${number}`}
          </Typography>
          <Typography variant="body2" color="textSecondary" sx={{ fontSize: 12 }}>
            {t('papers.set-page', { page: String(page) })} ·{' '}
            {issue === null ? t('papers.set-as-now') : t('papers.set-issued', { issue: String(issue) })}
          </Typography>
          <PaperNotes of={problems} severity="warning" title={t('papers.problems')} />
        </Stack>
      ))}
    </Stack>
  )
}
