// A fact that cannot be edited here, with its label: what a read-only page is made of.
import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'

export const DataLine = ({ label, children, span = 1 }: { label: string; children: ReactNode; span?: number }) => (
  <Box sx={{ gridColumn: `span min(${span}, var(--form-columns, ${span}))`, minWidth: 0 }}>
    <Typography variant="caption" sx={{ color: 'text.secondary', display: 'block', lineHeight: 1.4 }}>
      {label}
    </Typography>
    <Box sx={{ overflowWrap: 'anywhere', minHeight: '1.5em' }}>{children}</Box>
  </Box>
)
