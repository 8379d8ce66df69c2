// What stands where there is nothing yet: what this place is for and what to do next.
import { Stack, Typography } from '@mui/material'
import type { ReactNode } from 'react'

type Props = { title: string; text?: string; action?: ReactNode }

export const EmptyState = ({ title, text, action }: Props) => (
  <Stack aria-live="polite" sx={{ alignItems: 'center', justifyContent: 'center', gap: 1, p: 4, height: '100%', textAlign: 'center' }}>
    <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
    {text && (
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: 420 }}>
        {text}
      </Typography>
    )}
    {action}
  </Stack>
)
