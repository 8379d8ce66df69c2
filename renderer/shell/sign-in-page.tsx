// Signing in. A demonstration company lists its accounts, one click fills one in.
import { Box, Button, ButtonBase, Paper, Stack, TextField, Typography } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { type Problem, problemOf } from '../client/problem.ts'
import { signIn } from '../client/session.ts'
import { useOffice } from '../client/viewer.ts'
import { ProblemNote } from '../kit/show/index.ts'
import { PasswordInput } from '../modules/people/password-input.tsx'
import { useWords } from '../words/index.ts'
import { Backdrop } from './backdrop.tsx'

const Accounts = ({ onChoose }: { onChoose: (user: string, password: string) => void }) => {
  const { t, name } = useWords()
  const accounts = useOffice((state) => state.hello?.accounts)
  if (!accounts || accounts.length === 0) return null
  return (
    <Box sx={{ mt: 3 }}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {t('sign-in.demonstration')}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {t('sign-in.demonstration-why')}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 0.75, mt: 1 }}>
        {accounts.map((account) => (
          <ButtonBase
            key={account.user}
            onClick={() => onChoose(account.user, account.password)}
            sx={{
              display: 'block',
              textAlign: 'left',
              px: 1.25,
              py: 0.5,
              border: 1,
              borderColor: 'divider',
              borderRadius: 1,
              '&:hover': { borderColor: 'primary.main', bgcolor: 'action.hover' },
            }}
          >
            <Typography variant="body2" noWrap>
              {name(`role.${account.role}`).replace(/^role\./, '')}
            </Typography>
            <Typography variant="caption" color="textSecondary" noWrap>
              {account.user}
            </Typography>
          </ButtonBase>
        ))}
      </Box>
    </Box>
  )
}

export const SignInPage = () => {
  const { t } = useWords()
  const company = useOffice((state) => state.hello?.companyName)
  const [user, setUser] = useState('')
  const [password, setPassword] = useState('')
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (running || user.trim() === '' || password === '') return
    setRunning(true)
    const answer = await signIn(user, password)
    setRunning(false)
    setProblem(problemOf(answer))
  }
  return (
    <Backdrop>
      <Paper variant="outlined" sx={{ width: 400, maxWidth: '100%', p: 4 }}>
        <Typography variant="h1" sx={{ mb: 0.5 }}>
          {company ?? t('shell.product')}
        </Typography>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 3 }}>
          {t('sign-in.title')}
        </Typography>
        <form noValidate onSubmit={(event) => void submit(event)}>
          <Stack spacing={2}>
            <TextField
              fullWidth
              autoFocus
              label={t('sign-in.user')}
              value={user}
              onChange={(event) => setUser(event.target.value)}
              autoComplete="username"
              slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'none', maxLength: 200 } }}
            />
            <PasswordInput label={t('sign-in.password')} value={password} onChange={setPassword} purpose="current-password" />
            <ProblemNote problem={problem} />
            <Button type="submit" variant="contained" size="large" fullWidth loading={running}>
              {t('sign-in.go')}
            </Button>
          </Stack>
        </form>
        <Accounts
          onChoose={(chosen, known) => {
            setUser(chosen)
            setPassword(known)
            setProblem(null)
          }}
        />
      </Paper>
    </Backdrop>
  )
}
