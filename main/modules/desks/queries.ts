// What the page of desks shows: the office's network as it is now, and the PCs that have joined. Rules D1 to D9.
import { sql } from 'kysely'
import { PAIRING_TRIES } from '../../../preload/contract/modules/desks/calls.ts'
import { nameIn } from '../../../db/names-in-language.ts'
import { readNetworkSettings } from '../../access/network-settings.ts'
import { networkState } from '../../access/network-state.ts'
import { defineLists, defineQueries, type QueryContext } from '../../queries/define-query.ts'

const openPairing = async (q: QueryContext) => {
  const row = await q.db
    .selectFrom('pairing as p')
    .innerJoin('user as u', 'u.id', 'p.openedBy')
    .leftJoin('pairing_try as t', 't.pairingId', 'p.id')
    .select(['p.id', 'p.expiresAt', 't.tries', nameIn(q.viewer.language, 'user', 'u').as('openedBy')])
    .where('p.state', '=', 'open')
    .where('p.expiresAt', '>', q.now)
    .executeTakeFirst()
  const triesLeft = PAIRING_TRIES - (row?.tries ?? 0)
  return row && triesLeft > 0 ? { id: row.id, openedBy: row.openedBy, expiresAt: row.expiresAt, triesLeft } : null
}

const lastJoined = async (q: QueryContext) =>
  (await q.db.selectFrom('desk').select(['pairingId', 'name']).orderBy('joinedAt', 'desc').limit(1).executeTakeFirst()) ?? null

export const desksQueries = defineQueries({
  'network-state': async (_, q) => {
    const { open, interface: chosen, networkPort, revision } = readNetworkSettings(q.sql)
    const { interfaces, addresses, problem, fingerprint } = networkState()
    return {
      ...{ open, interface: chosen, networkPort, revision, fingerprint, problem: open ? problem : null },
      ...{ interfaces: [...interfaces], addresses: open ? [...addresses] : [], pairing: open ? await openPairing(q) : null },
      lastJoined: await lastJoined(q),
    }
  },
  'desk-roles': async ({ id }, q) => {
    q.orNotFound(await q.db.selectFrom('desk').select('id').where('id', '=', id).executeTakeFirst(), 'desk')
    const rows = await q.db.selectFrom('desk_role').select('roleId').where('deskId', '=', id).orderBy('roleId').execute()
    return { roleIds: rows.map(({ roleId }) => roleId) }
  },
  'company-certificate': () => ({ pem: networkState().certificate }),
})

export const desksLists = defineLists({
  desks: (_, q) => ({
    from: q.db
      .selectFrom('desk as d')
      .innerJoin('user as l', 'l.id', 'd.letInBy')
      .leftJoin('desk_contact as c', 'c.deskId', 'd.id')
      .leftJoin('user as p', 'p.id', 'c.userId'),
    id: 'd.id',
    fields: {
      ...{ name: 'd.name', status: 'd.status', joinedAt: 'd.joinedAt', revision: 'd.revision' },
      ...{ address: 'c.address', version: 'c.version', lastSeenAt: 'c.lastSeenAt' },
      person: nameIn(q.viewer.language, 'user', 'p'),
      letInBy: nameIn(q.viewer.language, 'user', 'l'),
      roles: sql`(select group_concat(${nameIn(q.viewer.language, 'role', 'r')}, ', ') from desk_role dr join role r on r.id = dr.roleId where dr.deskId = d.id)`,
    },
    search: ['d.name', 'p.name', 'c.address'],
  }),
})
