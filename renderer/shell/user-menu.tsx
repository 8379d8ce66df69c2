// What concerns the user alone: password, lock, keys, about, signing out.
import Person from '@mui/icons-material/PersonOutlined'
import { Avatar, Button, Divider, Menu, MenuItem, Typography } from '@mui/material'
import { useState } from 'react'
import { lock, signOut } from '../client/session.ts'
import { ownName, useViewer } from '../client/viewer.ts'
import { ChangePassword } from '../modules/people/change-password.tsx'
import { useWords } from '../words/index.ts'
import { AboutDialog } from './about-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { RemindersDialog } from './reminders-dialog.tsx'

type Opened = 'password' | 'reminders' | 'keys' | 'about' | null

export const UserMenu = () => {
  const { t, language } = useWords()
  const viewer = useViewer()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [opened, setOpened] = useState<Opened>(null)
  const name = ownName(viewer, language)
  const choose = (act: () => void) => () => {
    setAnchor(null)
    act()
  }
  const done = () => setOpened(null)
  return (
    <>
      <Button
        color="inherit"
        aria-haspopup="menu"
        title={t('top.user', { name })}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ flexShrink: 0 }}
        startIcon={
          <Avatar aria-hidden sx={{ width: 24, height: 24, bgcolor: 'primary.main', fontSize: 13 }}>
            {Array.from(name)[0] ?? <Person fontSize="small" />}
          </Avatar>
        }
      >
        <Typography variant="body2" noWrap sx={{ maxWidth: 120 }}>
          {name}
        </Typography>
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem onClick={choose(() => setOpened('password'))}>{t('user.change-password')}</MenuItem>
        <MenuItem onClick={choose(() => setOpened('reminders'))}>{t('user.reminders')}</MenuItem>
        <MenuItem onClick={choose(lock)}>{t('user.lock')}</MenuItem>
        <Divider />
        <MenuItem onClick={choose(() => setOpened('keys'))}>{t('user.shortcuts')}</MenuItem>
        <MenuItem onClick={choose(() => setOpened('about'))}>{t('user.about')}</MenuItem>
        <Divider />
        <MenuItem onClick={choose(() => void signOut())}>{t('user.sign-out')}</MenuItem>
      </Menu>
      {opened === 'password' && <ChangePassword onClose={done} />}
      {opened === 'reminders' && <RemindersDialog onClose={done} />}
      {opened === 'keys' && <KeysDialog onClose={done} />}
      {opened === 'about' && <AboutDialog onClose={done} />}
    </>
  )
}
