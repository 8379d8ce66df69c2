// Desks: the PCs that belong to the office; and the code with which one more joins it.
import { column, record, states } from '../../define/record.ts'

const { text, datetime, named, word } = column

export const desk = record('desk', {
  table: 'desk',
  sync: 'office',
  /** manage: open the office to its network, let desks join, name, limit and revoke them. */
  actions: ['view', 'manage'],
  grants: { administrator: 'all', auditor: ['view'] },
  states: states('desk-status', { joined: 'good', revoked: 'gone' }),
  title: ['name'],
  columns: {
    ...{ name: text(), status: word('desk-status'), joinedAt: datetime(), letInBy: named('user'), revokedAt: datetime() },
  },
  internal: { secretHash: 'office', pairingId: 'office' },
  parts: {
    desk_role: { of: { column: 'deskId', table: 'desk' }, line: true, title: ['roleId'], columns: { roleId: named('role') } },
  },
})

export const pairing = record('pairing', {
  table: 'pairing',
  sync: 'office',
  view: 'desk.view',
  title: [],
  columns: { openedBy: named('user'), openedAt: datetime(), expiresAt: datetime() },
  internal: { secretHash: 'office', state: 'office' },
})

export const release = record('release', {
  table: 'release',
  sync: 'office',
  /** offer: to one desk, to all, withdraw it, let desks go back; the owner's word, which no other ready-made role has. */
  actions: ['view', 'offer'],
  grants: { administrator: ['view'], auditor: ['view'] },
  states: states('release-status', { pilot: 'moving', all: 'good', withdrawn: 'gone', 'rolled-back': 'alarm' }),
  title: ['version'],
  columns: {
    ...{ version: text(), status: word('release-status'), deskId: named('desk'), releasedAt: datetime() },
    ...{ offeredBy: named('user'), offeredAt: datetime() },
  },
})

export const desksRecords = [desk, pairing, release] as const
