// The bar on top: the way into the search, the company, language, appearance and the user's menu.
import Search from '@mui/icons-material/Search'
import { Box, Button, ButtonBase, Chip, Tooltip, Typography } from '@mui/material'
import { chooseLanguage } from '../client/session.ts'
import { companyName, useOffice, useViewer } from '../client/viewer.ts'
import { useWords } from '../words/index.ts'
import { Bell } from './bell.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { UserMenu } from './user-menu.tsx'

const SearchButton = ({ onClick }: { onClick: () => void }) => {
  const { t } = useWords()
  return (
    <ButtonBase
      onClick={onClick}
      sx={{
        flex: '0 1 420px',
        minWidth: 120,
        height: 30,
        px: 1.25,
        gap: 1,
        justifyContent: 'flex-start',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.default',
        color: 'text.secondary',
        '&:hover': { borderColor: 'primary.main' },
      }}
    >
      <Search sx={{ fontSize: 17 }} />
      <Typography variant="body2" noWrap sx={{ flex: 1, textAlign: 'left', fontSize: 12.5 }}>
        {t('top.search')}
      </Typography>
      <Typography variant="caption" sx={{ border: 1, borderColor: 'divider', borderRadius: 0.5, px: 0.5, lineHeight: 1.5, flexShrink: 0 }}>
        Ctrl K
      </Typography>
    </ButtonBase>
  )
}

export const LanguageSwitch = () => {
  const { t, language } = useWords()
  const shown = language === 'zh' ? 'EN' : t('shell.language-zh')
  return (
    <Tooltip title={t('top.language')}>
      <Button
        color="inherit"
        aria-label={`${shown}: ${t('top.language')}`}
        onClick={() => void chooseLanguage(language === 'zh' ? 'en' : 'zh')}
        sx={{ minWidth: 36, color: 'text.secondary' }}
      >
        {shown}
      </Button>
    </Tooltip>
  )
}

export const TopBar = ({ onSearch }: { onSearch: () => void }) => {
  const { t, language } = useWords()
  const viewer = useViewer()
  const demonstration = useOffice((state) => state.hello?.demonstration ?? false)
  return (
    <Box
      component="header"
      sx={{
        height: 48,
        '@media (max-height: 620px)': { height: 36 },
        flexShrink: 0,
        px: 2,
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        bgcolor: 'background.paper',
      }}
    >
      <SearchButton onClick={onSearch} />
      <Box sx={{ flex: 1 }} />
      {demonstration && <Chip size="small" variant="outlined" color="warning" label={t('top.demonstration')} sx={{ flexShrink: 0 }} />}
      <Typography variant="body2" noWrap color="textSecondary" sx={{ maxWidth: 260, minWidth: 40, flexShrink: 4 }}>
        {companyName(viewer, language)}
      </Typography>
      <Bell />
      <LanguageSwitch />
      <ThemeSwitch />
      <UserMenu />
    </Box>
  )
}
