// What a list is asked for, behind one button where the window is too low for a row of its own.
import TuneRounded from '@mui/icons-material/TuneRounded'
import { Box, Button, Popover } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../words/index.ts'

export const FoldedToolbar = ({ children }: { children: ReactNode }) => {
  const { t } = useWords()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Button
        size="small"
        color="inherit"
        startIcon={<TuneRounded />}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ flexShrink: 0 }}
      >
        {t('kit.list.what-to-show')}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('kit.list.what-to-show') } }}
      >
        <Box sx={{ p: 1.5 }}>{children}</Box>
      </Popover>
    </>
  )
}
