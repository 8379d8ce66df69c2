// The face of a tile: its title, which opens what it shows the beginning of, and its content, which scrolls within its place. Nothing around it moves.
import { Box, ButtonBase, Paper, Skeleton, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import type { Problem } from '../../client/index.ts'
import { ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'

type Props = {
  title: string
  /** Behind the title: a count, a period. */
  detail?: ReactNode
  /** Opens all of it. */
  onOpen?: (() => void) | undefined
  aside?: ReactNode
  problem?: Problem | null
  /** Nothing has come yet. */
  loading?: boolean
  /** Said instead of content where there is none. */
  none?: string | undefined
  children?: ReactNode
}

const Waiting = () => (
  <Box aria-hidden sx={{ px: 1.75 }}>
    {[70, 90, 60].map((width) => (
      <Skeleton key={width} width={`${width}%`} />
    ))}
  </Box>
)

export const TileCard = ({ title, detail, onOpen, aside, problem = null, loading = false, none, children }: Props) => {
  const { t } = useWords()
  const heading = (
    <Typography component="h2" variant="h5" noWrap sx={{ minWidth: 0 }}>
      {title}
      {detail !== undefined && (
        <Box component="span" sx={{ ml: 0.75, color: 'text.secondary', fontWeight: 400 }}>
          {detail}
        </Box>
      )}
    </Typography>
  )
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={title}
      aria-busy={loading}
      sx={{ height: '100%', minHeight: 0, display: 'flex', flexDirection: 'column', overflow: 'hidden' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 1.75, height: 38, flexShrink: 0 }}>
        {heading}
        <Box sx={{ flex: 1 }} />
        <Box className="tile-ways" sx={{ display: 'contents' }}>
          {aside}
          {onOpen && (
            <ButtonBase
              onClick={onOpen}
              aria-label={`${t('tiles.see-all')}: ${title}`}
              sx={{ color: 'primary.main', fontSize: 12, px: 0.75, height: 24, borderRadius: 1, flexShrink: 0 }}
            >
              {t('tiles.see-all')}
            </ButtonBase>
          )}
        </Box>
      </Box>
      <Box
        // What may be longer than its place is scrolled, by the keyboard too.
        role="group"
        aria-label={title}
        tabIndex={0}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', outlineOffset: -2 }}
      >
        {problem ? (
          <Box sx={{ px: 1 }}>
            <ProblemNote problem={problem} />
          </Box>
        ) : loading ? (
          <Waiting />
        ) : none !== undefined ? (
          <Typography variant="body2" color="textSecondary" sx={{ px: 1.75, py: 0.5 }}>
            {none}
          </Typography>
        ) : (
          children
        )}
      </Box>
    </Paper>
  )
}
