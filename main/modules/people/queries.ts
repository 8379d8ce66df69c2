// What screens ask about people: who I am, users, roles, departments, the audit trail and what was remembered.
import { outcomeSql } from './audit-outcome.ts'
import { sql } from 'kysely'
import { closedThrough } from '../../../db/ledger/periods.ts'
import { allPermissions, type Permission, type ReadyMadeRole, type Scopes } from '../../../preload/contract/access.ts'
import { compareWitness, recordedWitnesses, witnessOf } from '../../../db/trail/witness.ts'
import { readWitness } from '../../../preload/contract/vocabulary/witness.ts'
import { verifyAudit } from '../../access/audit.ts'
import { readAuditChain } from '../../access/audit-chain.ts'
import { kindsVisibleWholly } from '../../access/searchable-kinds.ts'
import { defineLists, defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { auditEntry } from './audit-entry.ts'
import { whoMay } from './who-may.ts'
import { nameIn, orderOfNames } from '../../../db/names-in-language.ts'

const languageOf = (text: string): 'zh' | 'en' => (text === 'en' ? 'en' : 'zh')

/** A setting is changed as it was seen (U22). */
const settingRevision = async (q: QueryContext, key: string): Promise<number | undefined> =>
  (await q.db.selectFrom('setting').select('revision').where('key', '=', key).executeTakeFirst())?.revision

export const peopleQueries = defineQueries({
  me: async (_, q) => {
    const user = q.orNotFound(await q.db.selectFrom('user').selectAll().where('id', '=', q.viewer.userId).executeTakeFirst(), 'user')
    return {
      id: user.id,
      login: user.login,
      name: user.name,
      nameEn: user.nameEn,
      language: languageOf(user.language),
      departmentId: user.departmentId,
      permissions: allPermissions.filter((p) => q.may(p)),
      scopes: q.viewer.scopes,
      company: q.company,
      today: q.today,
      closedThrough: closedThrough(q.sql),
      closedRevision: (await settingRevision(q, 'closedThrough')) ?? 1,
    }
  },
  company: async (_, q) => ({ ...q.company, revision: (await settingRevision(q, 'company')) ?? 1 }),
  user: async ({ id }, q) => {
    const user = q.orNotFound(await q.db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst(), 'user')
    const roles = await q.db.selectFrom('user_role').select('roleId').where('userId', '=', id).orderBy('roleId').execute()
    const { login, name, nameEn, email, phone, departmentId, revision } = user
    return {
      id,
      login,
      name,
      nameEn,
      email,
      phone,
      departmentId,
      roleIds: roles.map((r) => r.roleId),
      language: languageOf(user.language),
      revision,
      active: user.active === 1,
    }
  },
  role: async ({ id }, q) => {
    const role = q.orNotFound(await q.db.selectFrom('role').selectAll().where('id', '=', id).executeTakeFirst(), 'role')
    return {
      id,
      name: role.name,
      nameEn: role.nameEn,
      permissions: JSON.parse(role.permissions) as Permission[],
      scopes: JSON.parse(role.scopes) as Scopes,
      revision: role.revision,
      code: role.code as ReadyMadeRole | null,
    }
  },
  departments: (_, q) =>
    q.db
      .selectFrom('department as d')
      .leftJoin('user as u', 'u.id', 'd.headId')
      .select(['d.id', 'd.name', 'd.nameEn', 'd.parentId', 'd.headId', nameIn(q.viewer.language, 'user', 'u').as('headName'), 'd.revision'])
      .orderBy(orderOfNames(q.viewer.language, 'department', 'd'))
      .orderBy('d.id')
      .execute(),
  'who-may': whoMay,
  'audit-verification': (_, q) => verifyAudit(q.sql, readAuditChain(q.sql)?.end ?? null),
  'audit-witness': ({ typed }, q) => {
    const witness = readWitness(typed)
    return {
      now: witnessOf(q.sql, q.today),
      kept: recordedWitnesses(q.sql),
      typed: typed.trim() === '' ? null : witness ? compareWitness(q.sql, witness) : ('unreadable' as const),
    }
  },
  'audit-entry': auditEntry,
  'audit-watch': (_, q) => {
    const chain = readAuditChain(q.sql)
    if (!chain) return { state: 'unchecked' as const, checkedAt: null, rows: 0, brokenAt: null, part: null, brokenOn: '', since: null }
    const { brokenAt, checkedAt, since } = chain
    return {
      state: brokenAt === null ? ('whole' as const) : ('broken' as const),
      checkedAt,
      rows: brokenAt === null ? chain.end.id : brokenAt - 1,
      brokenAt,
      part: chain.part ?? null,
      brokenOn: chain.at ?? '',
      since,
    }
  },
  remembered: async (_, q) => {
    const rows = await q.db.selectFrom('user_state').select(['key', 'value']).where('userId', '=', q.viewer.userId).execute()
    return Object.fromEntries(rows.map((r) => [r.key, r.value]))
  },
})

/** What an entry is about: its record's number or name where every record of that kind is seen, else its id (U17). */
const subjectOf = (q: QueryContext) => {
  const kinds = kindsVisibleWholly(q)
  const told = (table: 'search_waiting' | 'search_entry') =>
    kinds.length === 0
      ? sql`null`
      : sql`(select s.title from ${sql.table(table)} s where s.id = a.subject and s.kind in (${sql.join(kinds)}))`
  return sql<string | null>`coalesce(${told('search_waiting')}, ${told('search_entry')}, a.subject)`
}

export const peopleLists = defineLists({
  users: (_, q) => ({
    from: q.db.selectFrom('user as u').leftJoin('department as d', 'd.id', 'u.departmentId'),
    id: 'u.id',
    fields: {
      login: 'u.login',
      name: 'u.name',
      nameEn: 'u.nameEn',
      department: 'd.name',
      roles: sql`(select group_concat(${nameIn(q.viewer.language, 'role', 'r')}, ', ') from user_role ur join role r on r.id = ur.roleId where ur.userId = u.id)`,
      email: 'u.email',
      phone: 'u.phone',
      active: 'u.active',
      departmentId: 'u.departmentId',
    },
    search: ['u.login', 'u.name', 'u.nameEn', 'u.email', 'u.phone'],
  }),
  roles: (_, q) => ({
    from: q.db.selectFrom('role as r'),
    id: 'r.id',
    fields: {
      name: 'r.name',
      nameEn: 'r.nameEn',
      builtIn: sql`r.code is not null`,
      users: sql`(select count(*) from user_role ur join user u on u.id = ur.userId where ur.roleId = r.id and u.active = 1)`,
      code: 'r.code',
    },
    search: ['r.name', 'r.nameEn'],
  }),
  audit: (params, q) => ({
    from: q.db
      .selectFrom('audit as a')
      .leftJoin('user as u', 'u.id', 'a.userId')
      .$if(params?.record !== undefined, (from) =>
        from.where(
          'a.id',
          'in',
          sql<number>`(select pos from change where rowId = ${params!.record!} union select id from audit where subject = ${params!.record!})`,
        ),
      ),
    id: 'a.id',
    fields: {
      at: 'a.at',
      user: 'u.name',
      device: 'a.device',
      kind: 'a.kind',
      name: 'a.name',
      subject: subjectOf(q),
      subjectId: 'a.subject',
      outcome: sql.raw(outcomeSql('a')),
      userId: 'a.userId',
    },
    search: ['a.name', 'u.name', 'a.subject'],
  }),
})
