// A part of a page that is scrolled by itself when it is wider than its room: the keyboard comes to it, so that arrows can scroll it.
import { Box } from '@mui/material'
import type { ReactNode } from 'react'

export const ScrollRegion = ({ label, children }: { label: string; children: ReactNode }) => (
  <Box role="region" aria-label={label} tabIndex={0} sx={{ overflowX: 'auto' }}>
    {children}
  </Box>
)
