// The code that lets one PC join, in every form it can be taken over: QR code, link, letters; what is left of it; and what to do at the other PC. Rules D5, D11.
import { Box, Typography } from '@mui/material'
import { PAIRING_TRIES } from '../../../preload/contract/modules/desks/calls.ts'
import { invitationLink, pairingCode } from '../../../preload/contract/vocabulary/pairing-code.ts'
import { useWords } from '../../words/index.ts'
import { CopyButton } from './copy-button.tsx'
import { NetworkProblem } from './network-problem.tsx'
import { QrCode } from './qr-code.tsx'
import type { Network } from './use-pairing.ts'
import { desksWords } from './words.ts'

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

type LineProps = { label: string; text: string; copy?: string; large?: boolean }
const Line = ({ label, text, copy, large = false }: LineProps) => (
  <Box>
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 28 }}>
      <Typography variant="caption" color="textSecondary">
        {label}
      </Typography>
      {copy !== undefined && <CopyButton text={text} label={copy} />}
    </Box>
    {/* A group may bear a name, code may not. */}
    <Box
      role="group"
      aria-label={label}
      sx={{
        fontFamily: 'monospace',
        userSelect: 'all',
        ...(large ? { fontSize: 24, letterSpacing: '0.02em' } : { overflowWrap: 'anywhere' }),
      }}
    >
      {text}
    </Box>
  </Box>
)

type Props = { network: Network; secret: string; secondsLeft: number; triesLeft: number }
export const PairingCode = ({ network, secret, secondsLeft, triesLeft }: Props) => {
  const { t } = useWords(desksWords)
  const [address] = network.addresses
  const host = address === undefined ? undefined : new URL(address).host
  const link = host === undefined ? undefined : invitationLink(host, network.fingerprint, secret)
  return (
    <>
      <NetworkProblem network={network} />
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'start', flexWrap: { xs: 'wrap', sm: 'nowrap' } }}>
        {link !== undefined && <QrCode text={link} label={t('desks.qr')} />}
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1, minWidth: 0, flex: 1 }}>
          <Line large label={t('desks.code')} text={pairingCode(network.fingerprint, secret)} copy={t('desks.copy-code')} />
          {host !== undefined && <Line label={t('desks.address')} text={host} />}
          {link !== undefined && <Line label={t('desks.link')} text={link} copy={t('desks.copy-link')} />}
          <Typography sx={{ display: 'flex', gap: 2, fontVariantNumeric: 'tabular-nums', fontWeight: 600 }}>
            <Box component="span" role="timer" sx={{ color: secondsLeft < 60 ? 'error.main' : 'text.primary' }}>
              {t('desks.time-left', { time: clock(secondsLeft) })}
            </Box>
            <Box component="span" role="status" sx={{ color: triesLeft < PAIRING_TRIES ? 'error.main' : 'text.primary' }}>
              {t('desks.tries-left', { tries: triesLeft })}
            </Box>
          </Typography>
        </Box>
      </Box>
      <Box component="section" aria-label={t('desks.steps')}>
        <Typography component="h3" sx={{ fontSize: 13, fontWeight: 600 }}>
          {t('desks.steps')}
        </Typography>
        <Box component="ol" sx={{ m: 0, mt: 0.5, pl: 2.5, lineHeight: 1.7 }}>
          <li>{t('desks.step-1')}</li>
          <li>{t('desks.step-2')}</li>
          <li>{t('desks.step-3')}</li>
        </Box>
      </Box>
      <Typography variant="caption" color="textSecondary">
        {t('desks.for-one')}
      </Typography>
    </>
  )
}
