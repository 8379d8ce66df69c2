// Desks (工作站): the office's network above, the PCs that have joined below, and everything that can be done with both.
import { Box } from '@mui/material'
import { useState } from 'react'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import { useCommand, useOfficeQuery, useReachable } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ConfirmDialog, ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { CertificateDialog } from './certificate-dialog.tsx'
import { EditDeskDialog, RevokeDeskDialog } from './desk-dialogs.tsx'
import { MovedDialog, securePage } from './moved-dialog.tsx'
import { NetworkBlock } from './network-block.tsx'
import { NetworkDialog } from './network-dialog.tsx'
import { PairingDialog } from './pairing-dialog.tsx'
import type { Network } from './use-pairing.ts'
import { desksWords } from './words.ts'

const CloseNetworkDialog = ({ network, onClose }: { network: Network; onClose: () => void }) => {
  const { t, name } = useWords(desksWords)
  const closing = useCommand('close-network')
  return (
    <ConfirmDialog
      open
      danger
      title={name('command.close-network')}
      text={t('desks.close-text')}
      confirm={name('command.close-network')}
      onConfirm={() => closing.run({ revision: network.revision })}
      onClose={onClose}
    />
  )
}

type Opened = 'network' | 'pairing' | 'closing' | 'certificate' | null
type Chosen = { to: 'edit' | 'revoke'; desk: ListRow } | null
const isJoined = (rows: ListRow[]) => rows.every((row) => row.status === 'joined')

export const DesksPage = () => {
  const { data: network, problem } = useOfficeQuery('network-state', {})
  const opening = useCommand('open-network')
  const isReachable = useReachable()
  const [opened, setOpened] = useState<Opened>(null)
  const [chosen, setChosen] = useState<Chosen>(null)
  /** Where this page goes on when the office has left its address; `sure` once the office has said so. */
  const [moving, setMoving] = useState<{ to: string; sure: boolean } | null>(null)
  const close = () => setOpened(null)
  const openNetwork = async (input: CommandInput<'open-network'>) => {
    const to = securePage(String(input.networkPort))
    if (to !== null) setMoving({ to, sure: false })
    const answer = await opening.run(input)
    if (to !== null) setMoving('refused' in answer ? null : { to, sure: answer.ok })
    // Whoever opens the network goes on to let a PC join.
    else if (answer.ok && network?.open === false) setOpened('pairing')
    return answer
  }
  const leaveMoved = () => {
    setMoving(null)
    setOpened(null)
  }
  const isMoved = moving !== null && (moving.sure || !isReachable)
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
      <Box sx={{ px: 1.5, pt: 1.5, display: 'flex', flexDirection: 'column', gap: 1, flexShrink: 0 }}>
        <ProblemNote problem={problem} />
        {network && (
          <NetworkBlock
            network={network}
            opens={{
              network: () => setOpened('network'),
              pairing: () => setOpened('pairing'),
              closing: () => setOpened('closing'),
              certificate: () => setOpened('certificate'),
            }}
          />
        )}
      </Box>
      <Box sx={{ flex: 1, minHeight: 0 }}>
        <ListPage
          list="desks"
          actions={[
            {
              name: 'command.edit-desk',
              permission: 'desk.manage',
              needs: 'one',
              shown: isJoined,
              onClick: ([desk]) => setChosen(desk ? { to: 'edit', desk } : null),
            },
            {
              name: 'command.revoke-desk',
              permission: 'desk.manage',
              needs: 'one',
              shown: isJoined,
              onClick: ([desk]) => setChosen(desk ? { to: 'revoke', desk } : null),
            },
          ]}
        />
      </Box>
      {network && opened === 'network' && !isMoved && (
        <NetworkDialog
          network={network}
          pageAt={securePage}
          onOpen={openNetwork}
          onClose={() => setOpened((now) => (now === 'network' ? null : now))}
        />
      )}
      {opened === 'pairing' && <PairingDialog onClose={close} />}
      {network && opened === 'closing' && <CloseNetworkDialog network={network} onClose={close} />}
      {opened === 'certificate' && <CertificateDialog onClose={close} />}
      {chosen?.to === 'edit' && <EditDeskDialog desk={chosen.desk} onClose={() => setChosen(null)} />}
      {chosen?.to === 'revoke' && <RevokeDeskDialog desk={chosen.desk} onClose={() => setChosen(null)} />}
      {moving && isMoved && <MovedDialog address={moving.to} onClose={leaveMoved} />}
    </Box>
  )
}
