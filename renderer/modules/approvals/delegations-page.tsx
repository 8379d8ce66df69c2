// Who stands in for whom: one's own absence, and everybody's for who keeps the routes.
import Add from '@mui/icons-material/Add'
import { Alert, Box, Stack } from '@mui/material'
import { useState } from 'react'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { useCommand, useMay, useViewer } from '../../client/index.ts'
import { DateInput, TextField } from '../../kit/fields/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { UserField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { approvalsWords } from './words.ts'

const NewDelegation = ({ onClose }: { onClose: () => void }) => {
  const { t, name } = useWords(approvalsWords)
  const viewer = useViewer()
  const others = useMay()('approval-route.edit')
  const creating = useCommand('create-delegation')
  const [id] = useState(newId)
  const [value, setValue] = useState({ fromUserId: viewer.id, toUserId: '', fromDate: viewer.today, toDate: '', reason: '' })
  const set = (part: Partial<typeof value>) => setValue((old) => ({ ...old, ...part }))
  return (
    <ConfirmDialog
      open
      title={name('command.create-delegation')}
      text={t('delegations.help')}
      confirm={name('command.create-delegation')}
      onConfirm={() => creating.run({ id, ...value })}
      onClose={onClose}
    >
      <Stack spacing={2}>
        {others && (
          <UserField
            name="fromUserId"
            value={value.fromUserId}
            shown={viewer.name}
            required
            onChange={(fromUserId) => set({ fromUserId: fromUserId ?? '' })}
          />
        )}
        <UserField name="toUserId" value={value.toUserId} required autoFocus onChange={(toUserId) => set({ toUserId: toUserId ?? '' })} />
        <Stack direction="row" spacing={2}>
          <DateInput
            name="fromDate"
            label={name('field.fromDate')}
            value={value.fromDate}
            today={viewer.today}
            required
            onChange={(day) => set({ fromDate: day ?? '' })}
          />
          <DateInput
            name="toDate"
            label={name('field.toDate')}
            value={value.toDate === '' ? null : value.toDate}
            today={viewer.today}
            required
            onChange={(day) => set({ toDate: day ?? '' })}
          />
        </Stack>
        <TextField name="reason" value={value.reason} onChange={(reason) => set({ reason })} />
      </Stack>
    </ConfirmDialog>
  )
}

export const DelegationsPage = () => {
  const { t, name } = useWords(approvalsWords)
  const [making, setMaking] = useState(false)
  const [ending, setEnding] = useState<ListRow | null>(null)
  const end = useCommand('end-delegation')
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <Alert severity="info" icon={false} sx={{ mx: 2, mt: 1, py: 0, bgcolor: 'transparent', color: 'text.secondary', px: 0 }}>
        {t('delegations.help')}
      </Alert>
      <Box sx={{ flex: 1, minHeight: 0 }}>
        <ListPage
          list="delegations"
          actions={[
            { name: 'command.create-delegation', primary: true, icon: <Add />, onClick: () => setMaking(true) },
            {
              name: 'command.end-delegation',
              needs: 'one',
              shown: (rows) => rows.every((row) => row.endable === 1),
              onClick: ([row]) => setEnding(row ?? null),
            },
          ]}
        />
      </Box>
      {making && <NewDelegation onClose={() => setMaking(false)} />}
      {ending && (
        <ConfirmDialog
          open
          title={name('command.end-delegation')}
          text={`${String(ending.fromUser)} → ${String(ending.toUser)} · ${t('delegations.end-text')}`}
          confirm={name('command.end-delegation')}
          onConfirm={() => end.run({ id: ending.id, revision: Number(ending.revision) })}
          onClose={() => setEnding(null)}
        />
      )}
    </Box>
  )
}
