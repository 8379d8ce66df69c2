// Lets one PC join: waits for the network where it has just been opened, shows the code, and says how it ended. Closing it ends the code. Rules D5, D6 of desks.
import { Alert, Box, Button, CircularProgress, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useState } from 'react'
import { useCommand, useOfficeQuery } from '../../client/index.ts'
import { Dialog, ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { NetworkProblem } from './network-problem.tsx'
import { PairingCode } from './pairing-code.tsx'
import { newPairing, type Network, type PairingStep, usePairing } from './use-pairing.ts'
import { desksWords } from './words.ts'

const Waiting = ({ text }: { text: string }) => (
  <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minHeight: 120 }}>
    <CircularProgress aria-hidden size={18} />
    <Typography>{text}</Typography>
  </Box>
)

const Step = ({ network, secret, step }: { network: Network; secret: string; step: PairingStep }) => {
  const { t } = useWords(desksWords)
  switch (step.at) {
    case 'asking':
      return <Waiting text={t('desks.pairing-asking')} />
    case 'failed':
      return <ProblemNote problem={step.problem} />
    case 'open':
      return <PairingCode network={network} secret={secret} secondsLeft={step.secondsLeft} triesLeft={step.triesLeft} />
    case 'joined':
      return (
        <Alert severity="success">
          <strong>{t('desks.joined', { name: step.name })}</strong> {t('desks.joined-text')}
        </Alert>
      )
    case 'over':
      return (
        <Alert severity="warning" role="alert">
          {t(`desks.over-${step.why}`)}
        </Alert>
      )
  }
}

export const PairingDialog = ({ onClose }: { onClose: () => void }) => {
  const { t, name } = useWords(desksWords)
  const { data: network, problem } = useOfficeQuery('network-state', {})
  const ending = useCommand('close-pairing')
  const [pairing, setPairing] = useState(newPairing)
  /** The code needs the company's certificate and an address: both are there once the office is served. */
  const [isServed, setServed] = useState(false)
  if (network && network.addresses.length > 0 && network.fingerprint !== '' && !isServed) setServed(true)
  const step = usePairing(network, pairing, isServed)
  const isEnded = step.at === 'joined' || step.at === 'over'
  const close = () => {
    // What is open at the office, or may be, is not left open; it may be that there is none.
    if (isServed && !isEnded) void ending.run({ id: pairing.id })
    onClose()
  }
  const again = () => setPairing(newPairing())
  const mayAgain = isEnded && !(step.at === 'over' && step.why === 'closed')
  return (
    <Dialog open stays onClose={close} fullWidth maxWidth="md">
      <DialogTitle>{name('command.open-pairing')}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
        <ProblemNote problem={problem} />
        {network && isServed && <Step network={network} secret={pairing.secret} step={step} />}
        {network && !isServed && (network.problem === null ? <Waiting text={t('desks.opening')} /> : <NetworkProblem network={network} />)}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={close}>
          {t('desks.close')}
        </Button>
        {mayAgain && (
          <Button variant="contained" onClick={again}>
            {t(step.at === 'joined' ? 'desks.another' : 'desks.new-code')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
