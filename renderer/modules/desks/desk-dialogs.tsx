// What is done with one desk: it is named and limited to roles, or revoked. Rules D8, D9 of desks.
import { useState } from 'react'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import { useCommand, useMay, useOfficeQuery } from '../../client/index.ts'
import { TextField } from '../../kit/fields/index.ts'
import { ConfirmDialog, ProblemNote } from '../../kit/show/index.ts'
import { RolesField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { desksWords } from './words.ts'

type Props = { desk: ListRow; onClose: () => void }
/** The desk as the list showed it. */
const seen = (desk: ListRow) => ({ id: desk.id, revision: Number(desk.revision) })

export const EditDeskDialog = ({ desk, onClose }: Props) => {
  const { t, name } = useWords(desksWords)
  const editing = useCommand('edit-desk')
  const maySeeRoles = useMay()('role.view')
  const { data, problem } = useOfficeQuery('desk-roles', { id: desk.id })
  const [deskName, setDeskName] = useState(String(desk.name))
  const [picked, setPicked] = useState<string[] | null>(null)
  const roleIds = picked ?? data?.roleIds
  return (
    <ConfirmDialog
      open
      title={name('command.edit-desk')}
      text={t('desks.edit-text')}
      confirm={t('desks.save')}
      // What the limit is now must be known: without it everybody would be let in.
      ready={roleIds !== undefined}
      onConfirm={() => editing.run({ ...seen(desk), name: deskName, roleIds: roleIds ?? [] })}
      onClose={onClose}
    >
      <ProblemNote problem={problem} />
      <TextField name="name" label={name('field.name')} required autoFocus maxLength={200} value={deskName} onChange={setDeskName} />
      {maySeeRoles && <RolesField name="roleIds" label={name('field.desks.roles')} value={roleIds ?? []} onChange={setPicked} />}
    </ConfirmDialog>
  )
}

export const RevokeDeskDialog = ({ desk, onClose }: Props) => {
  const { t, name } = useWords(desksWords)
  const revoking = useCommand('revoke-desk')
  return (
    <ConfirmDialog
      open
      danger
      title={name('command.revoke-desk')}
      text={t('desks.revoke-text', { name: String(desk.name) })}
      confirm={name('command.revoke-desk')}
      onConfirm={() => revoking.run(seen(desk))}
      onClose={onClose}
    />
  )
}
