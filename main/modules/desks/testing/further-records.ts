// An office that is open to its network, with a desk that has joined and a code for another one.
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import { deskSecretHash } from '../../../access/pairing-secret.ts'
import type { FurtherRecords } from '../../../testing/further-records.ts'

export const furtherRecords: FurtherRecords = async ({ send, sendAsOffice }) => {
  await send('open-network', { interface: 'eth0', networkPort: 5180, revision: 1 })
  const pairingId = newId()
  await send('open-pairing', { id: pairingId, secret: '0123456789' })
  await sendAsOffice('admit-desk', { id: newId(), pairingId, name: '仓库', secretHash: deskSecretHash('secret') })
  await send('open-pairing', { id: newId(), secret: 'ABCDEFGHJK' })
}
