// One calm bar while the office cannot be reached: as of when what stands below it is. Nothing of that is lost or blocked.
import { Box, CircularProgress, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import { useOffice } from '../client/viewer.ts'
import { instantShown } from '../kit/format/index.ts'
import { useWords } from '../words/index.ts'

/** A hiccup shorter than this is not worth a word. */
const GRACE = 700

export const ConnectionBar = () => {
  const { t } = useWords()
  const reachable = useOffice((state) => state.reachable)
  const [shown, setShown] = useState(false)
  const awaySince = useOffice((state) => state.awaySince)
  const recalledFrom = useOffice((state) => state.recalledFrom)
  const timeZone = useOffice((state) => state.viewer?.company.timeZone)
  useEffect(() => {
    const timer = setTimeout(() => setShown(!reachable), reachable ? 0 : GRACE)
    return () => clearTimeout(timer)
  }, [reachable])
  if (!shown) return null
  const asOf = (away: string, recalled: string | null, zone: string): string =>
    recalled === null
      ? t('shell.as-of', { at: instantShown(away, zone) })
      : t('shell.as-of-recalled', { at: instantShown(away, zone), recalled: instantShown(recalled, zone) })
  return (
    <Box
      role="status"
      sx={{
        position: 'fixed',
        top: 6,
        left: '50%',
        transform: 'translateX(-50%)',
        zIndex: 'snackbar',
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: 2,
        py: 0.75,
        borderRadius: 4,
        bgcolor: 'warning.main',
        color: 'warning.contrastText',
        boxShadow: 3,
      }}
    >
      <CircularProgress aria-hidden size={14} color="inherit" />
      <Typography variant="body2">
        <b>{t('shell.connecting')}</b> {t('shell.connecting-why')}
        {awaySince !== null && timeZone !== undefined && ` ${asOf(awaySince, recalledFrom, timeZone)}`}
      </Typography>
    </Box>
  )
}
