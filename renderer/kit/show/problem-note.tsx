// A refusal or fault, said calmly where it happened, with the way to go on.
import { Alert, Button } from '@mui/material'
import type { ReactNode } from 'react'
import { changed, type Problem, UNREACHABLE, useReachable } from '../../client/index.ts'
import { problemText, useWords } from '../../words/index.ts'
import { useLabels, useToldHere } from '../form/form-context.ts'
import { useLabelOf } from '../form/labels.ts'
import { useOfficeCalls, type Way } from '../office-calls.ts'

type Props = {
  problem: Problem | null | undefined
  ways?: readonly Way[] | undefined
  onClose?: () => void
  /** Does again what was refused, with all that is typed, once what was missing is there. */
  onAgain?: () => void
  before?: string
  /** In place of the refusal's own words, where a place knows better what it means. */
  said?: string
  children?: ReactNode
}

/** Nothing while there is no problem. A refusal is a warning (something to correct), a fault an error (something broke, with its number). */
export const ProblemNote = ({ ways: given = [], onClose, onAgain, before, said, children, ...props }: Props) => {
  const words = useWords()
  const problem = useToldHere(props.problem ?? null)
  const labelOf = useLabelOf(useLabels())
  const { useWaysOn, Remedy } = useOfficeCalls()
  const ways = [...given, ...useWaysOn(problem)]
  const reachable = useReachable()
  if (!problem) return null
  // Given up while the office was away: once it is back, that is no fault any more but something to do again.
  const isBack = 'fault' in problem && problem.fault === UNREACHABLE && reachable
  return (
    <Alert
      severity={isBack ? 'info' : 'fault' in problem ? 'error' : 'warning'}
      variant="outlined"
      role="alert"
      sx={{ alignItems: 'center', py: 0.25 }}
      {...(onClose ? { onClose } : {})}
      action={
        ways.length > 0 ? (
          <>
            {ways.map((way) => (
              <Button key={way.label} size="small" color="inherit" onClick={way.onClick}>
                {way.label}
              </Button>
            ))}
          </>
        ) : undefined
      }
    >
      {before}
      {said ?? (isBack ? words.t('fault.reachable-again') : problemText(problem, words, labelOf))}
      <Remedy problem={problem} onAgain={onAgain ?? (() => changed('everything'))} />
      {children}
    </Alert>
  )
}
