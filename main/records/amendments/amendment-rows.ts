// Where the lists of amendments get their rows, for the module that owns the contracts.
import { sql } from 'kysely'
import type { AmendedKind } from '../../../preload/contract/records.ts'
import type { AnySelect, ListSource, QueryContext } from '../../queries/define-query.ts'

/** Rows of amendments of one kind. `withContracts` joins the contracts as `c` and the other party as `p` to the versions `v`. The first version is no amendment. */
export const amendmentRows = (
  q: QueryContext,
  kind: AmendedKind,
  withContracts: (versions: AnySelect) => AnySelect,
  openOnly = false,
): ListSource => ({
  from: withContracts(q.db.selectFrom('contract_version as v') as AnySelect)
    .innerJoin('user as u', 'u.id', 'v.preparedBy')
    .leftJoin('user as f', 'f.id', 'v.inForceBy')
    .where('v.kind', '=', kind)
    .where('v.version', '>', 1)
    .$if(openOnly, (b) => b.where('v.inForceOn', 'is', null)),
  id: 'v.id',
  owned: { owner: 'c.ownerId', department: 'c.departmentId' },
  search: ['c.number', 'p.name', 'p.nameZh', 'v.reason', 'v.confirmation'],
  fields: {
    number: 'c.number',
    version: 'v.version',
    state: sql`case when v.inForceOn is null then 'in-preparation' when v.version = c.version then 'in-force' else 'superseded' end`,
    party: 'p.name',
    reason: 'v.reason',
    confirmation: 'v.confirmation',
    currency: 'v.currency',
    totalBefore: 'v.totalBefore',
    total: 'v.total',
    inForceOn: 'v.inForceOn',
    preparedBy: 'u.name',
    inForceBy: 'f.name',
    createdAt: 'v.createdAt',
    currencyBefore: 'v.currencyBefore',
    contractId: 'v.contractId',
    partyId: 'p.id',
  },
})
