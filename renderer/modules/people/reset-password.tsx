// A new password for another user, set by who manages users.
import { Button, DialogActions, DialogContent, DialogContentText, DialogTitle, Stack } from '@mui/material'
import { useState } from 'react'
import { passwordSchema } from '../../../preload/contract/modules/people/calls.ts'
import { announce, type Problem, problemOf, useCommand } from '../../client/index.ts'
import { Dialog, ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { PasswordInput } from './password-input.tsx'
import { peopleWords } from './words.ts'

type Props = { user: { id: string; name: string }; onClose: () => void }

export const ResetPassword = ({ user: { id: userId, name }, onClose }: Props) => {
  const words = useWords(peopleWords)
  const { t } = words
  const resetting = useCommand('reset-password')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const right = passwordSchema().safeParse(password).success
  const reset = async () => {
    const answer = await resetting.run({ userId, password })
    setProblem(problemOf(answer))
    if (!answer.ok) return
    announce({ words: 'people.user.reset-done', of: peopleWords, data: { name }, tone: 'success' })
    onClose()
  }
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          if (right && !resetting.running) void reset()
        }}
      >
        <DialogTitle>{t('people.user.reset-title', { name })}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 2 }}>{t('people.user.reset-why')}</DialogContentText>
          <Stack spacing={2}>
            <PasswordInput
              name="password"
              label={t('password.new')}
              value={password}
              onChange={setPassword}
              purpose="new-password"
              autoFocus
              help={t('people.user.password-help')}
              issue={password !== '' && !right ? t('rule.password-length') : undefined}
            />
            <ProblemNote problem={problem} />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={!right} loading={resetting.running}>
            {words.name('command.reset-password')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
