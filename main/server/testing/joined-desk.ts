// A desk that has joined a test's office, and a session of its owner's on it, written without the way through the network.
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { deskDevice } from '../../access/devices.ts'
import { deskSecretHash } from '../../access/pairing-secret.ts'
import { openSession } from '../../access/sessions.ts'
import type { TestHub } from './test-hub.ts'

export type JoinedDesk = { deskId: string; secret: string; token: string }

export const joinedDesk = (hub: TestHub, name = '仓库'): JoinedDesk => {
  const [deskId, pairingId, secret, now] = [newId(), newId(), 'harbour-crane', new Date().toISOString()]
  const { sql } = hub.database.write
  sql
    .prepare("INSERT INTO pairing(id, secretHash, openedBy, openedAt, expiresAt, state) VALUES (?, '', ?, ?, ?, 'used')")
    .run(pairingId, hub.ownerId, now, now)
  sql
    .prepare(
      "INSERT INTO desk(id, name, secretHash, status, joinedAt, letInBy, pairingId, revision) VALUES (?, ?, ?, 'joined', ?, ?, ?, 1)",
    )
    .run(deskId, name, deskSecretHash(secret), now, hub.ownerId, pairingId)
  return { deskId, secret, token: openSession(hub.database.write, hub.ownerId, deskDevice(deskId), now).token }
}
