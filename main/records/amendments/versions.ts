// The stored versions of contracts: reading one, the amendment in preparation, and writing the first when the second comes into force. Rules AM2 to AM4.
import type { AmendedKind } from '../../../preload/contract/records.ts'
import type { Selectable } from 'kysely'
import type { ReadableDb } from '../../../db/open.ts'
import type { ContractVersionTable } from '../../../db/schema/tables.ts'
import type { VersionState } from '../../../preload/contract/modules/amendments/calls.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import { money, moneyText } from '../../../preload/contract/vocabulary/money.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { endApprovals, type Subject } from '../approvals/index.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import type { Content, ContractInForce } from './kinds.ts'
import type { Language } from '../../../preload/contract/names/define.ts'
import { nameIn } from '../../../db/names-in-language.ts'

/** What an amendment is called, as on the papers. */
export const amendmentNumber = (number: string, version: number): string => `${number} V${version}`

export type VersionRow = Selectable<ContractVersionTable>
export const contentOf = (row: VersionRow): Content => JSON.parse(row.content) as Content

/** The amendment of a contract in preparation; there is one at most (AM3). */
export const openAmendment = (db: ReadableDb, contractId: string): Promise<VersionRow | undefined> =>
  db.selectFrom('contract_version').selectAll().where('contractId', '=', contractId).where('inForceOn', 'is', null).executeTakeFirst()

/** The versions of a contract that are written down, the newest first: none while it has never been amended. */
export const versionsOf = (db: ReadableDb, contractId: string, language: Language = 'zh'): Promise<(VersionRow & { by: string })[]> =>
  db
    .selectFrom('contract_version as v')
    .innerJoin('user as u', 'u.id', 'v.preparedBy')
    .selectAll('v')
    .select(nameIn(language, 'user', 'u').as('by'))
    .where('v.contractId', '=', contractId)
    .orderBy('v.version', 'desc')
    .execute()

/** Every version that is or was in force of these contracts, each contract's oldest first. */
export const versionsInForce = (db: ReadableDb, contractIds: readonly string[]) =>
  db
    .selectFrom('contract_version')
    .select(['contractId', 'inForceOn as day', 'content'])
    .where('contractId', 'in', [...contractIds])
    .where('inForceOn', 'is not', null)
    .$narrowType<{ day: IsoDate }>()
    .orderBy('version')
    .execute()

/** Since when these contracts say what they say; of one that was never amended nothing is known here. */
export const inForceSince = (db: ReadableDb, contractIds: readonly string[]) =>
  db
    .selectFrom('contract_version')
    .select((e) => ['contractId', e.fn.max('inForceOn').as('day')])
    .where('contractId', 'in', [...contractIds])
    .where('inForceOn', 'is not', null)
    .groupBy('contractId')
    .$narrowType<{ day: IsoDate }>()
    .execute()

export const stateOf = (row: { version: number; inForceOn: string | null }, inForce: number): VersionState =>
  row.inForceOn === null ? 'in-preparation' : row.version === inForce ? 'in-force' : 'superseded'

/** The content of a version; of the one in force it is the contract's own. Refuses `not-found` for one that does not exist. */
export const contentOfVersion = async (db: ReadableDb, kind: AmendedKind, standing: ContractInForce, version: number): Promise<Content> => {
  if (version === standing.version) return standing.content
  const row = await db
    .selectFrom('contract_version')
    .selectAll()
    .where('contractId', '=', standing.id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? contentOf(row) : refuse('not-found', { resource: kind })
}

/** What a contract's query adds about its versions: the one asked for, the one in force, and the amendment in preparation. */
export const versionsShown = async (q: QueryContext, contract: { id: string; version: number }, asked: number | undefined) => {
  const row = (await versionsOf(q.db, contract.id)).find((v) => v.inForceOn === null)
  const amendment = row && {
    id: row.id,
    revision: row.revision,
    version: row.version,
    reason: row.reason,
    confirmation: row.confirmation,
    preparedBy: row.by,
    createdAt: row.createdAt,
  }
  return { version: asked ?? contract.version, inForce: contract.version, amendment: amendment ?? null }
}

/** What was signed, written down as the first version before the second takes its place (AM4). */
export const keepFirstVersion = (ctx: CommandContext, kind: AmendedKind, standing: ContractInForce): void => {
  const id = derivedId(standing.id, 'version 1')
  if (standing.version > 1 || ctx.tx.row('contract_version', id)) return
  ctx.tx.put('contract_version', {
    id,
    kind,
    contractId: standing.id,
    version: 1,
    reason: '',
    confirmation: '',
    content: JSON.stringify(standing.content),
    currency: standing.content.currency,
    total: standing.content.total,
    currencyBefore: null,
    totalBefore: null,
    preparedBy: standing.ownerId,
    createdAt: standing.createdAt,
    inForceOn: standing.signedOn,
    inForceBy: null,
    revision: 1,
  })
}

/** The contract is voided: an amendment in preparation goes with it. */
export const dropAmendment = async (ctx: CommandContext, contractId: string): Promise<void> => {
  const row = await openAmendment(ctx.db, contractId)
  if (!row) return
  await endApprovals(ctx, row.kind as AmendedKind, row.id)
  ctx.tx.remove('contract_version', row.id)
}

/** What an approver sees of the amendment that made a contract what it is: nothing of one that was never amended (AM6). `amounts`: what it came to before. */
export const amendmentFacts = async (
  db: ReadableDb,
  contract: { id: string; version: number },
  { amounts }: { amounts: boolean },
): Promise<Record<string, string>> => {
  const row =
    contract.version > 1
      ? await db
          .selectFrom('contract_version')
          .selectAll()
          .where('contractId', '=', contract.id)
          .where('version', '=', contract.version)
          .executeTakeFirst()
      : undefined
  if (!row) return {}
  const { reason, confirmation, currencyBefore, totalBefore } = row
  const before = currencyBefore !== null && totalBefore !== null ? moneyText(totalBefore, currencyBefore) : ''
  return { version: `V${row.version}`, ...(amounts && before !== '' ? { totalBefore: before } : {}), reason, confirmation }
}

/**
 * An amendment in preparation as an approver sees it, by its own id: the contract as it would be, with what it came to before and why (A21). `contract` reads
 * the contract's own subject. `amounts`: everybody may see what it came to before.
 */
export const amendmentSubject = async (
  db: ReadableDb,
  { kind, id, amounts }: { kind: AmendedKind; id: string; amounts: boolean },
  contract: (contractId: string) => Promise<Subject | undefined>,
): Promise<Subject | undefined> => {
  const row = await db
    .selectFrom('contract_version')
    .selectAll()
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('inForceOn', 'is', null)
    .executeTakeFirst()
  const subject = row && (await contract(row.contractId))
  if (!row || !subject) return undefined
  const { currencyBefore, totalBefore, reason, confirmation } = row
  const before = currencyBefore !== null && totalBefore !== null ? moneyText(totalBefore, currencyBefore) : ''
  return {
    ...subject,
    documentId: row.id,
    number: amendmentNumber(subject.number, row.version),
    revision: row.revision,
    amount: money(row.total, row.currency),
    amountBase: contentOf(row).totalBase,
    facts: {
      ...subject.facts,
      version: `V${row.version}`,
      ...(amounts && before !== '' ? { totalBefore: before } : {}),
      reason,
      confirmation,
    },
  }
}
