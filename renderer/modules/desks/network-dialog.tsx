// The owner's first step: on which of the hub's networks the office is opened, and at which port; with what follows from it. Rule D1 of desks.
import { Alert, Box, FormControl, FormControlLabel, FormLabel, Link, Radio, RadioGroup } from '@mui/material'
import { useState } from 'react'
import type { Answer } from '../../../preload/contract/envelope.ts'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { NumberInput } from '../../kit/fields/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import type { Network } from './use-pairing.ts'
import { desksWords } from './words.ts'

type Props = {
  network: Network
  /** Where this page itself is found afterwards, at a port; null when it stays where it is. */
  pageAt: (port: string) => string | null
  onOpen: (chosen: CommandInput<'open-network'>) => Promise<Answer<unknown>>
  onClose: () => void
}

export const NetworkDialog = ({ network, pageAt, onOpen, onClose }: Props) => {
  const { t, name } = useWords(desksWords)
  const { interfaces, problem } = network
  const [picked, setPicked] = useState<string | null>(null)
  const [port, setPort] = useState(String(network.networkPort))
  const [isMore, setMore] = useState(problem === 'port-in-use')
  // The one chosen before, if it is still there; the only one there is; else it is to be chosen.
  const usual = interfaces.length === 1 ? interfaces[0] : interfaces.find((one) => one.name === network.interface)
  const chosen = interfaces.find((one) => one.name === picked) ?? usual
  const here = pageAt(port)
  return (
    <ConfirmDialog
      open
      title={name('command.open-network')}
      text={t('desks.network-text')}
      confirm={t('desks.network-go')}
      ready={chosen !== undefined}
      onConfirm={() => onOpen({ interface: chosen?.name ?? '', networkPort: Number(port), revision: network.revision })}
      onClose={onClose}
    >
      {interfaces.length === 0 ? (
        <Alert severity="warning">{t('desks.no-network')}</Alert>
      ) : (
        <FormControl>
          <FormLabel id="which-network" sx={{ fontSize: 12 }}>
            {t('desks.which-network')}
          </FormLabel>
          <RadioGroup aria-labelledby="which-network" value={chosen?.name ?? ''} onChange={(_event, value) => setPicked(value)}>
            {interfaces.map((one) => (
              <FormControlLabel
                key={one.name}
                value={one.name}
                control={<Radio size="small" sx={{ py: 0.5 }} />}
                label={
                  <>
                    {one.name}{' '}
                    <Box component="code" sx={{ color: 'text.secondary', ml: 0.5 }}>
                      {one.address}
                    </Box>
                  </>
                }
              />
            ))}
          </RadioGroup>
        </FormControl>
      )}
      {isMore ? (
        <NumberInput name="networkPort" label={name('field.networkPort')} value={port} places={0} onChange={setPort} />
      ) : (
        <Link component="button" type="button" underline="hover" onClick={() => setMore(true)} sx={{ alignSelf: 'start', fontSize: 12 }}>
          {t('desks.more-port', { port })}
        </Link>
      )}
      <Alert severity="info" sx={{ py: 0 }}>
        {t('desks.firewall')}
        {here !== null && (
          <>
            <br />
            {t('desks.here-ends', { address: here })}
          </>
        )}
      </Alert>
    </ConfirmDialog>
  )
}
