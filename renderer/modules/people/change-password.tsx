// The user's own password: the current one, and the new one twice.
import { Button, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material'
import { useState } from 'react'
import { passwordSchema } from '../../../preload/contract/modules/people/calls.ts'
import { announce, type Problem, problemOf, useCommand } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { PasswordInput } from './password-input.tsx'
import { PasswordProblem } from './password-problem.tsx'
import { Dialog } from '../../kit/show/index.ts'

/** The current password is a field like others: a wrong one is said there. With a wait it is said as a whole. */
const atItsField = (problem: Problem | null): Problem | null => {
  const wrong =
    problem &&
    'refused' in problem &&
    problem.refused === 'sign-in-failed' &&
    (problem.data as { retryAfterSeconds: number }).retryAfterSeconds === 0
  return wrong ? { refused: 'invalid-input', data: { issues: [{ path: 'current', rule: 'wrong-password' }] } } : problem
}

export const ChangePassword = ({ onClose }: { onClose: () => void }) => {
  const { t } = useWords()
  const changing = useCommand('change-own-password')
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const short = password !== '' && !passwordSchema().safeParse(password).success
  const differs = again !== '' && again !== password
  const ready = current !== '' && password !== '' && again === password && !short
  const change = async () => {
    const answer = await changing.run({ current, password })
    setProblem(atItsField(problemOf(answer)))
    if (!answer.ok) return
    announce({ words: 'password.changed', tone: 'success' })
    onClose()
  }
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !changing.running) void change()
        }}
      >
        <DialogTitle>{t('password.title')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <PasswordInput
              name="current"
              label={t('password.current')}
              value={current}
              onChange={setCurrent}
              purpose="current-password"
              autoFocus
            />
            <PasswordInput
              name="password"
              label={t('password.new')}
              value={password}
              onChange={setPassword}
              purpose="new-password"
              help={t('found.password-help')}
              issue={short ? t('rule.password-length') : undefined}
            />
            <PasswordInput
              label={t('password.again')}
              value={again}
              onChange={setAgain}
              purpose="new-password"
              issue={differs ? t('found.password-differs') : undefined}
            />
            <PasswordProblem problem={problem} />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={!ready} loading={changing.running}>
            {t('password.go')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
