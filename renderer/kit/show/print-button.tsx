// Printing the page it stands on: what lies inside `.on-paper`, without `.not-on-paper`.
import Print from '@mui/icons-material/PrintOutlined'
import { Box, GlobalStyles } from '@mui/material'
import type { ReactNode } from 'react'
import { useWords } from '../../words/index.ts'
import { ActionButton } from './action-button.tsx'
import { paperStyles, printMarked } from './print.ts'

export const PrintButton = ({ disabled = false }: { disabled?: boolean }) => {
  const { t } = useWords()
  return (
    <>
      <GlobalStyles styles={paperStyles} />
      <ActionButton action={{ label: t('kit.print'), icon: <Print /> }} disabled={disabled} onClick={printMarked} />
    </>
  )
}

/** What is for the office's own eyes: on the screen as if this were not there, never on paper. */
export const NoPrint = ({ children }: { children: ReactNode }) => (
  <Box className="not-on-paper" sx={{ display: 'contents' }}>
    {children}
  </Box>
)
