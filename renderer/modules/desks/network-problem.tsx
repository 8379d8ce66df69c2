// Why the office cannot be reached from its network though it is open, and what to do about it. Rule D4 of desks.
import { Alert } from '@mui/material'
import type { ReactNode } from 'react'
import { useWords } from '../../words/index.ts'
import type { Network } from './use-pairing.ts'
import { desksWords } from './words.ts'

/** Nothing while there is no problem. */
export const NetworkProblem = ({ network, action }: { network: Network; action?: ReactNode }) => {
  const { t, name } = useWords(desksWords)
  const { problem } = network
  if (problem === null) return null
  return (
    <Alert severity="error" variant="outlined" role="alert" action={action} sx={{ py: 0.25, alignItems: 'center' }}>
      <strong>{name(`network-problem.${problem}`)}</strong>
      {' · '}
      {t(`desks.problem-${problem}`, { port: network.networkPort, network: network.interface })}
    </Alert>
  )
}
