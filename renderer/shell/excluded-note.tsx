// On the first page of a PC that its office takes for no desk any more: why it is here, and what to do.
import { Alert } from '@mui/material'
import { useWords } from '../words/index.ts'
import { useOfficePlace } from './office-place.tsx'

export const ExcludedNote = () => {
  const { t } = useWords()
  const excludedBy = useOfficePlace()?.excludedBy
  if (!excludedBy) return null
  const { company, why } = excludedBy
  return <Alert severity="warning">{t(why === 'desk-revoked' ? 'join.revoked' : 'join.unknown', { company })}</Alert>
}
