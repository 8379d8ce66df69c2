// Above the list: whether the office is open to its network, where it is reached, and what its keepers can do about it. Rules D1, D2, D4, D5 of desks.
import Lan from '@mui/icons-material/LanOutlined'
import { Box, Button, CircularProgress, Link, Typography } from '@mui/material'
import { useCommand, useMay, useViewer } from '../../client/index.ts'
import { instantShown } from '../../kit/format/index.ts'
import { useWords } from '../../words/index.ts'
import { CopyButton } from './copy-button.tsx'
import { NetworkProblem } from './network-problem.tsx'
import type { Network } from './use-pairing.ts'
import { desksWords } from './words.ts'

/** What of the page is opened from here. */
export type Opens = { network(): void; pairing(): void; closing(): void; certificate(): void }

const State = ({ network }: { network: Network }) => {
  const { t } = useWords(desksWords)
  const { open, addresses, problem } = network
  if (!open)
    return (
      <Typography role="status" variant="body2" color="textSecondary">
        {t('desks.closed')}
      </Typography>
    )
  if (addresses.length === 0)
    return problem === null ? (
      <Typography role="status" variant="body2" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <CircularProgress aria-hidden size={14} />
        {t('desks.opening')}
      </Typography>
    ) : null
  return (
    <Box role="status" sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 1 }}>
      <Typography variant="body2">{t('desks.open')}</Typography>
      {addresses.map((address) => (
        <Box key={address} sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
          <Box component="code" sx={{ fontSize: 14, userSelect: 'all' }}>
            {address}
          </Box>
          <CopyButton text={address} label={t('desks.copy-address')} />
        </Box>
      ))}
    </Box>
  )
}

/** A code that lets a PC join now, perhaps of a colleague. */
const OpenPairing = ({ pairing, mayManage }: { pairing: NonNullable<Network['pairing']>; mayManage: boolean }) => {
  const { t } = useWords(desksWords)
  const { company } = useViewer()
  const ending = useCommand('close-pairing')
  const until = instantShown(pairing.expiresAt, company.timeZone)
  return (
    <Typography variant="body2" color="textSecondary">
      {t('desks.pairing-open', { who: pairing.openedBy, until, tries: pairing.triesLeft })}{' '}
      {mayManage && (
        <Link
          component="button"
          type="button"
          underline="hover"
          onClick={() => void ending.run({ id: pairing.id })}
          sx={{ font: 'inherit', ml: 0.5, verticalAlign: 'baseline' }}
        >
          {t('desks.end-pairing')}
        </Link>
      )}
    </Typography>
  )
}

export const NetworkBlock = ({ network, opens }: { network: Network; opens: Opens }) => {
  const { t, name } = useWords(desksWords)
  const mayManage = useMay()('desk.manage')
  const { open, addresses, pairing, problem } = network
  const isServed = addresses.length > 0
  return (
    <>
      <NetworkProblem
        network={network}
        action={
          mayManage && (
            <Button color="inherit" onClick={opens.network} sx={{ whiteSpace: 'nowrap' }}>
              {t('desks.other-network')}
            </Button>
          )
        }
      />
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.5, minHeight: 32 }}>
        {problem === null && <Lan aria-hidden fontSize="small" color={isServed ? 'success' : 'disabled'} />}
        <State network={network} />
        <Box sx={{ display: 'flex', gap: 1, ml: 'auto', flexWrap: 'wrap' }}>
          {open && (
            <Button variant="outlined" color="inherit" onClick={opens.certificate} sx={{ borderColor: 'divider' }}>
              {t('desks.browsers')}
            </Button>
          )}
          {mayManage && open && (
            <Button variant="outlined" color="inherit" onClick={opens.closing} sx={{ borderColor: 'divider' }}>
              {name('command.close-network')}
            </Button>
          )}
          {mayManage && (
            <Button variant="contained" disabled={open && !isServed} onClick={open ? opens.pairing : opens.network}>
              {name(open ? 'command.open-pairing' : 'command.open-network')}
            </Button>
          )}
        </Box>
      </Box>
      {pairing && <OpenPairing pairing={pairing} mayManage={mayManage} />}
    </>
  )
}
