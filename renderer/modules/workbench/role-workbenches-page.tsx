// Desks of roles: what everybody of a role sees who has arranged none of their own. For who may change what the company sets up.
import { Box, Skeleton, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import type { Access } from '../../../preload/contract/define/index.ts'
import { announce, type Problem, problemOf, useCommand, useOfficeQuery, useTabs, useTabState } from '../../client/index.ts'
import { OptionField } from '../../kit/fields/index.ts'
import { ConfirmDialog, ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { ArrangeDesk } from './arrange/arrange-desk.tsx'
import { DiscardDialog } from './arrange/discard-dialog.tsx'
import { useArranging, useNotOlder } from './arrange/use-arranging.ts'
import { workbenchWords } from './words.ts'

const Arranged = ({ roleId, name }: { roleId: string; name: string }) => {
  const { t } = useWords(workbenchWords)
  const { setDirty } = useTabs()
  const { data: read, problem } = useOfficeQuery('role-workbench', { roleId })
  const [data, changed] = useNotOlder(read)
  const arranging = useArranging(roleId)
  const saving = useCommand('save-role-workbench')
  const resetting = useCommand('reset-role-workbench')
  const [refused, setRefused] = useState<Problem | null>(null)
  const [asking, setAsking] = useState<'reset' | 'cancel' | null>(null)
  const { isArranging, isChanged, revision, begin, end } = arranging
  // Whoever comes here comes to arrange: what is kept is taken up at once, again once it was saved, and what a colleague saves while nothing was changed here.
  useEffect(() => {
    if (data && (!isArranging || (!isChanged && revision !== data.revision))) begin(data)
  })
  useEffect(() => setDirty(isChanged), [setDirty, isChanged])
  if (problem) return <ProblemNote problem={problem} />
  if (!data || !isArranging) return <Skeleton variant="rounded" height={320} />
  const permissions = new Set(data.permissions)
  const may = (access: Access | readonly Access[] | undefined) =>
    access === undefined || [access].flat().some((one) => one === 'signed-in' || permissions.has(one))
  const save = async () => {
    const answer = await saving.run({ roleId, revision, tiles: [...arranging.tiles] })
    setRefused(problemOf(answer))
    if (!answer.ok) return arranging.told(answer)
    changed(answer.value.revision)
    announce({ words: 'arrange.saved-role', of: workbenchWords, data: { role: name }, tone: 'success' })
    return end()
  }
  return (
    <>
      <ProblemNote problem={refused} onClose={() => setRefused(null)} />
      <ArrangeDesk
        arranging={arranging}
        as={may}
        roleId={roleId}
        saving={saving.running}
        onDone={() => void save()}
        onCancel={() => (isChanged ? setAsking('cancel') : end())}
        onReset={data.revision > 0 ? () => setAsking('reset') : undefined}
      />
      <ConfirmDialog
        open={asking === 'reset'}
        title={t('arrange.reset')}
        text={t('arrange.reset-role-text', { role: name })}
        confirm={t('arrange.reset')}
        onConfirm={async () => {
          const answer = await resetting.run({ roleId, revision })
          if (!answer.ok) return arranging.told(answer)
          changed(revision + 1)
          end()
          return answer
        }}
        onClose={() => setAsking(null)}
      />
      <DiscardDialog open={asking === 'cancel'} onDiscard={end} onClose={() => setAsking(null)} />
    </>
  )
}

export const RoleWorkbenchesPage = () => {
  const { t, name } = useWords(workbenchWords)
  const { data, problem } = useOfficeQuery('role-workbenches', {})
  const [chosen, setChosen] = useTabState('role', '')
  const role = data?.find(({ roleId }) => roleId === chosen) ?? data?.[0]
  return (
    <Box sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 1.5, maxWidth: 1760, mx: 'auto' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Typography component="h1" sx={{ fontSize: 17, fontWeight: 600 }}>
          {name('query.role-workbenches')}
        </Typography>
        {data && role && (
          <Box sx={{ width: 260 }}>
            <OptionField
              name="roleId"
              label={name('record.role')}
              value={role.roleId}
              options={data.map((one) => ({
                id: one.roleId,
                label: one.arranged ? t('arrange.role-changed', { role: one.name }) : one.name,
              }))}
              onChange={setChosen}
            />
          </Box>
        )}
        <Typography variant="body2" color="textSecondary" sx={{ flex: '1 1 320px' }}>
          {t('arrange.role-text')}
        </Typography>
      </Box>
      <ProblemNote problem={problem} />
      {role && <Arranged key={role.roleId} roleId={role.roleId} name={role.name} />}
    </Box>
  )
}
