// A desk of the owner's own, and one that the company has arranged for each ready-made role.
import { READY_MADE_ROLES } from '../../../../preload/contract/access.ts'
import type { FurtherRecords } from '../../../testing/further-records.ts'
import { readyMadeWorkbench } from '../ready-made.ts'

export const furtherRecords: FurtherRecords = async ({ send, first }) => {
  await send('save-workbench', { revision: 0, tiles: readyMadeWorkbench('owner') })
  for (const code of READY_MADE_ROLES) {
    const { id } = first<{ id: string }>('SELECT id FROM role WHERE code = ?', code)
    await send('save-role-workbench', { roleId: id, revision: 0, tiles: readyMadeWorkbench(code) })
  }
}
