// Over untouched screens: the same user gives the password again and goes on where they were.
import { Box, Button, Stack, Typography } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { type Problem, problemOf } from '../client/problem.ts'
import { signOut, unlock } from '../client/session.ts'
import { ownName, useViewer } from '../client/viewer.ts'
import { PasswordInput } from '../modules/people/password-input.tsx'
import { PasswordProblem } from '../modules/people/password-problem.tsx'
import { useWords } from '../words/index.ts'
import { Dialog } from '../kit/show/index.ts'

export const LockOverlay = ({ ended }: { ended: boolean }) => {
  const { t, language } = useWords()
  const name = ownName(useViewer(), language)
  const [password, setPassword] = useState('')
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (running || password === '') return
    setRunning(true)
    const answer = await unlock(password)
    setRunning(false)
    setPassword('')
    setProblem(problemOf(answer))
  }
  return (
    <Dialog
      open
      aria-labelledby="lock-title"
      transitionDuration={0}
      slotProps={{
        backdrop: {
          sx: { bgcolor: 'color-mix(in srgb, var(--mui-palette-background-default) 82%, transparent)', backdropFilter: 'blur(14px)' },
        },
      }}
      sx={{ zIndex: (theme) => theme.zIndex.modal + 100 }}
    >
      <Box component="form" onSubmit={(event: FormEvent) => void submit(event)} sx={{ width: 360, maxWidth: '100%', p: 3 }}>
        <Typography id="lock-title" variant="h2">
          {t(ended ? 'lock.expired-title' : 'lock.title')} · {name}
        </Typography>
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5, mb: 2 }}>
          {t(ended ? 'lock.expired-why' : 'lock.why')}
        </Typography>
        <Stack spacing={2}>
          <PasswordInput label={t('sign-in.password')} value={password} onChange={setPassword} purpose="current-password" autoFocus />
          <PasswordProblem problem={problem} />
          <Button type="submit" variant="contained" fullWidth loading={running}>
            {t('lock.go')}
          </Button>
          <Box sx={{ textAlign: 'center' }}>
            <Button color="inherit" onClick={() => void signOut()}>
              {t('lock.other')}
            </Button>
            <Typography variant="caption" color="textSecondary" component="p">
              {t('lock.other-warning', { name })}
            </Typography>
          </Box>
        </Stack>
      </Box>
    </Dialog>
  )
}
