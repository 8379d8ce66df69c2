// How the office is: gathered from what it knows of itself, its network and its machine, and from its books. Rules D40 to D45.
import { readAuditChain } from '../../access/audit-chain.ts'
import { machine } from '../../access/machine.ts'
import { readNetworkSettings } from '../../access/network-settings.ts'
import { networkState } from '../../access/network-state.ts'
import { connectedNow, lookedAtOffice, officeState } from '../../access/office-state.ts'
import { workload } from '../../access/workload.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'

const ACTIVE_MS = 5 * 60_000

const desksNow = async (q: QueryContext, own: string) => {
  const joined = await q.db
    .selectFrom('desk as d')
    .leftJoin('desk_contact as c', 'c.deskId', 'd.id')
    .select(['d.id', 'c.version'])
    .where('d.status', '=', 'joined')
    .execute()
  const { desks, browsers } = connectedNow()
  const others = Map.groupBy(
    joined.flatMap(({ version }) => (version && version !== own ? [version] : [])),
    (version) => version,
  )
  return {
    joined: joined.length,
    connected: joined.filter(({ id }) => desks.has(id)).length,
    browsers,
    otherVersions: [...others].map(([version, { length }]) => ({ version, desks: length })).toSorted((a, b) => b.desks - a.desks),
  }
}

const peopleNow = async ({ db, now }: QueryContext) => {
  const recently = new Date(Date.parse(now) - ACTIVE_MS).toISOString()
  const rows = await db
    .selectFrom('session')
    .select((e) => ['userId', e.fn.max('lastSeenAt').as('seenAt')])
    .where('endsAt', '>', now)
    .groupBy('userId')
    .execute()
  return { signedIn: rows.length, active: rows.filter(({ seenAt }) => seenAt >= recently).length }
}

const lastGoodBackup = async (q: QueryContext) =>
  (
    await q.db
      .selectFrom('backup')
      .select((e) => e.fn.max('madeAt').as('at'))
      .where('result', '=', 'good')
      .executeTakeFirst()
  )?.at ?? null

export const statusQueries = defineQueries({
  'office-status': async (_, q) => {
    lookedAtOffice()
    const { version, startedAt, log, lastFault, faults } = officeState()
    const { open, interface: chosen } = readNetworkSettings(q.sql)
    const { addresses, problem } = networkState()
    const { booksBytes, freeBytes, short, writing, backupFolder } = machine()
    const chain = q.may('audit.view') ? readAuditChain(q.sql) : undefined
    return {
      ...{ version, startedAt },
      network: { open, interface: chosen, addresses: open ? [...addresses] : [], problem: open ? problem : null },
      desks: await desksNow(q, version),
      people: await peopleNow(q),
      load: { ...workload.read(), memoryBytes: process.memoryUsage.rss() },
      disk: { booksBytes, freeBytes, short, writing },
      backups: q.may('backup.view') ? { lastGoodAt: await lastGoodBackup(q), folder: backupFolder } : null,
      trail: q.may('audit.view') ? { checkedAt: chain?.checkedAt ?? null, brokenAt: chain?.brokenAt ?? null } : null,
      faults: { count: faults, last: lastFault },
      log: { file: log.file, bytes: log.bytes() },
    }
  },
})
