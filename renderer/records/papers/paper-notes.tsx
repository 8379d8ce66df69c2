// What stands against issuing a paper, or is worth knowing of it: each with both figures where two differ.
import { Alert, Typography } from '@mui/material'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useWords } from '../../words/index.ts'

type Notes = { of: QueryOutput<'paper'>['problems']; severity: 'warning' | 'info'; title: string }

export const PaperNotes = ({ of, severity, title }: Notes) => {
  const { name } = useWords()
  if (of.length === 0) return null
  return (
    <Alert severity={severity} variant="outlined" icon={false} sx={{ py: 0.5 }}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {title}
      </Typography>
      {of.map(({ code, what, one, other }) => (
        <Typography key={`${code} ${what}`} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {name(`paper-problem.${code}`)}: {what}
          {one !== undefined && ` (${one} ≠ ${other ?? ''})`}
        </Typography>
      ))}
    </Alert>
  )
}
