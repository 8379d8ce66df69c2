// What is wrong with the own password: whose it is, is no question here, so only the password is named.
import type { Problem } from '../../client/index.ts'
import { ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'

export const PasswordProblem = ({ problem }: { problem: Problem | null }) => {
  const { t } = useWords()
  if (!problem || !('refused' in problem) || problem.refused !== 'sign-in-failed') return <ProblemNote problem={problem} />
  const seconds = Number((problem.data as { retryAfterSeconds: number }).retryAfterSeconds)
  return <ProblemNote problem={problem} said={seconds > 0 ? t('password.wrong-wait', { seconds }) : t('password.wrong')} />
}
