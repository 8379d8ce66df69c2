// Light, dark, or as the system has it.
import DarkMode from '@mui/icons-material/DarkModeOutlined'
import LightMode from '@mui/icons-material/LightModeOutlined'
import SystemMode from '@mui/icons-material/SettingsBrightnessOutlined'
import { IconButton, ListItemIcon, Menu, MenuItem, Tooltip, useColorScheme } from '@mui/material'
import { useState } from 'react'
import { useWords } from '../words/index.ts'

const modes = [
  { mode: 'light', icon: <LightMode fontSize="small" /> },
  { mode: 'dark', icon: <DarkMode fontSize="small" /> },
  { mode: 'system', icon: <SystemMode fontSize="small" /> },
] as const

export const ThemeSwitch = () => {
  const { t } = useWords()
  const { mode, setMode } = useColorScheme()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const current = modes.find((one) => one.mode === mode) ?? modes[2]
  return (
    <>
      <Tooltip title={t('top.theme')}>
        <IconButton aria-label={t('top.theme')} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
          {current.icon}
        </IconButton>
      </Tooltip>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {modes.map((one) => (
          <MenuItem
            key={one.mode}
            selected={one.mode === mode}
            onClick={() => {
              setMode(one.mode)
              setAnchor(null)
            }}
          >
            <ListItemIcon>{one.icon}</ListItemIcon>
            {t(`top.theme-${one.mode}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
