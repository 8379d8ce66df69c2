// The one grid on which the fields of all forms stand: as many equal columns as there is room for, the same in all sections of one width.
import { Box } from '@mui/material'
import type { ReactNode } from 'react'

/** From which width of a section (pixels) how many columns. */
const COLUMNS = [
  [420, 2],
  [640, 3],
  [880, 4],
  [1480, 6],
] as const
const byWidth = Object.fromEntries(COLUMNS.map(([from, count]) => [`@container form (min-width: ${from}px)`, { '--form-columns': count }]))

/** The section around it, whose width decides. */
export const FIELD_GRID_BOX = { containerType: 'inline-size', containerName: 'form' } as const

/**
 * Below each row one line is kept free: help, warnings and errors stand in it and push nothing. Longer text is cut there and read whole while the field
 * is pointed at or has the focus.
 */
const HELP = {
  '& .MuiFormControl-root > .MuiFormHelperText-root': {
    position: 'absolute',
    top: '100%',
    left: 0,
    maxWidth: '100%',
    m: 0,
    px: 0.5,
    pt: '1px',
    fontSize: 11.5,
    lineHeight: '14px',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  '& .MuiFormControl-root:is(:hover, :focus-within) > .MuiFormHelperText-root': {
    whiteSpace: 'normal',
    zIndex: 2,
    bgcolor: 'background.paper',
    borderRadius: 0.5,
  },
} as const

export const FieldGrid = ({ children }: { children: ReactNode }) => (
  <Box
    sx={{
      '--form-columns': 1,
      ...byWidth,
      display: 'grid',
      gridTemplateColumns: 'repeat(var(--form-columns), minmax(0, 1fr))',
      gap: '24px 16px',
      alignItems: 'start',
      ...HELP,
    }}
  >
    {children}
  </Box>
)
