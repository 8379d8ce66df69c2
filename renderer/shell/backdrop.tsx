// The quiet background of the pages before the work: sign-in and founding.
import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useWords } from '../words/index.ts'
import { Mark } from './navigation.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { LanguageSwitch } from './top-bar.tsx'

export const Backdrop = ({ children }: { children: ReactNode }) => {
  const { t } = useWords()
  return (
    <Box
      sx={{
        height: '100vh',
        overflow: 'auto',
        display: 'flex',
        flexDirection: 'column',
        bgcolor: 'background.default',
        backgroundImage: 'linear-gradient(165deg, color-mix(in srgb, var(--mui-palette-primary-main) 16%, transparent), transparent 45%)',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, px: 3, py: 2 }}>
        <Mark size={28} />
        <Typography sx={{ fontSize: 18, fontWeight: 700, color: 'primary.main' }}>{t('shell.product')}</Typography>
        <Typography variant="body2" color="textSecondary">
          {t('shell.tagline')}
        </Typography>
        <Box sx={{ flex: 1 }} />
        <LanguageSwitch />
        <ThemeSwitch />
      </Box>
      <Box component="main" sx={{ m: 'auto', p: 2, maxWidth: '100%' }}>
        {children}
      </Box>
    </Box>
  )
}
