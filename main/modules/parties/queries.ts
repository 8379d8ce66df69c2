// What screens ask about parties.
import { accountsSql, SIDE, type Side } from '../../../db/ledger/sides.ts'
import { countryName } from '../../../db/reference/country-name.ts'
import { sql } from 'kysely'
import { type CONTACT_ROLES, partiesQueries as declared } from '../../../preload/contract/modules/parties/calls.ts'
import { defineLists, defineQueries, type QueryContext, type SearchPlace } from '../../queries/define-query.ts'
import { approvalStatusOf } from '../../records/approvals/index.ts'
import { bankDetailsView } from './bank-details.ts'
import { customerListFields, customerOf, vendorListFields, vendorOf } from './columns.ts'
import { colleaguesCustomers } from './colleagues-customers.ts'
import { similarParties } from './similar.ts'
import { nameIn } from '../../../db/names-in-language.ts'

const contactsOf = async (q: QueryContext, partyId: string) => {
  const rows = await q.db
    .selectFrom('contact')
    .select(['id', 'name', 'title', 'role', 'email', 'phone', 'wechat', 'whatsapp'])
    .where('partyId', '=', partyId)
    .orderBy('position')
    .execute()
  return rows.map((c) => ({ ...c, role: c.role as (typeof CONTACT_ROLES)[number] }))
}

export const partiesQueries = defineQueries({
  customer: async ({ id }, q) => {
    const party = q.orNotFound(
      await q.db.selectFrom('party').selectAll().where('id', '=', id).where('kind', '=', 'customer').executeTakeFirst(),
      'customer',
    )
    q.requireScope('customer', party)
    const owner = await q.db
      .selectFrom('user as u')
      .select(nameIn(q.viewer.language, 'user', 'u').as('name'))
      .where('u.id', '=', party.ownerId)
      .executeTakeFirst()
    return {
      ...customerOf(party),
      contacts: await contactsOf(q, id),
      ownerName: owner?.name ?? '',
    }
  },
  vendor: async ({ id }, q) => {
    const party = q.orNotFound(
      await q.db.selectFrom('party').selectAll().where('id', '=', id).where('kind', '<>', 'customer').executeTakeFirst(),
      'vendor',
    )
    return {
      ...vendorOf(party),
      contacts: await contactsOf(q, id),
      active: party.active === 1,
      bank: await bankDetailsView(q, 'vendor', id),
    }
  },
  'similar-parties': similarParties,
  'colleagues-customers': colleaguesCustomers,
})

/**
 * What the party owes us, or we owe it, in base currency, from the sums kept beside the postings (ledger L6) over the accounts of the side (T40). 2241
 * holds a vendor's commissions alone: money that nobody has claimed has no party.
 */
const balance = (side: Side) =>
  sql<number>`coalesce((select ${sql.lit(SIDE[side].sign)} * sum(s.base) from sum_party s where s.party = (select k.key from ledger_key k where k.id = p.id) and s.account in ${sql.raw(accountsSql(side))}), 0)`

/** Y14. A party is found by itself and by the people there. */
const partySearch: SearchPlace[] = [
  ...['p.code', 'p.name', 'p.nameZh', 'p.shortName', 'p.email', 'p.phone'],
  { id: 'p.id', among: { table: 'contact', key: 'partyId', columns: ['name', 'email', 'phone', 'wechat', 'whatsapp'] } },
]

export const partiesLists = defineLists({
  customers: (_, q) => ({
    from: q.db.selectFrom('party as p').leftJoin('user as u', 'u.id', 'p.ownerId').where('p.kind', '=', 'customer'),
    id: 'p.id',
    fields: {
      ...customerListFields(declared.customers.columns),
      code: 'p.code',
      country: countryName('p.country', q.viewer.language),
      owner: 'u.name',
      ownerId: 'p.ownerId',
      creditCurrency: 'p.creditCurrency',
      receivable: balance('receivable'),
      createdAt: 'p.createdAt',
      paymentTerm: 'p.paymentTerm',
      incoterm: 'p.incoterm',
      port: 'p.port',
      revision: 'p.revision',
    },
    owned: { owner: 'p.ownerId', department: 'p.departmentId' },
    search: partySearch,
  }),
  vendors: (params, q) => {
    const from = q.db.selectFrom('party as p').leftJoin('bank_details as b', 'b.id', 'p.id')
    return {
      from: params?.kind === undefined ? from.where('p.kind', '<>', 'customer') : from.where('p.kind', '=', params.kind),
      id: 'p.id',
      fields: {
        ...vendorListFields(declared.vendors.columns),
        code: 'p.code',
        country: countryName('p.country', q.viewer.language),
        payable: balance('payable'),
        active: 'p.active',
        bankDetails: sql`case when coalesce(b.details, '') = '' then 'missing' else ${approvalStatusOf('vendor-bank-details', 'p.id', 'b.version')} end`,
        paymentTerm: 'p.paymentTerm',
        revision: 'p.revision',
      },
      search: partySearch,
    }
  },
})
