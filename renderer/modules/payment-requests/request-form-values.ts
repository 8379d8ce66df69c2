// What is typed in a payment request, and how it becomes the command's input. Pure.
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { Candidate, PickedContract, TargetFormValues } from '../../records/money/index.ts'

export type PaymentRequest = QueryOutput<'payment-request'>
export type RequestFormValues = {
  /** Money to a vendor, or back to a customer. */
  side: 'payable' | 'receivable'
  partyId: string | null
  currency: string
  rate: string
  amount: number | null
  payBy: string | null
  purpose: string
  remark: string
  ownerId: string
  contract: PickedContract
  /** Ids of lines that exist already, by their item, so that a change keeps them. */
  lineIds: Readonly<Record<string, string>>
  targets: TargetFormValues[]
}

export const emptyRequest = (given: {
  ownerId: string
  currency: string
  side?: RequestFormValues['side']
  partyId?: string | undefined
  amount?: number | null
  remark?: string
  targets?: TargetFormValues[]
  contract: PickedContract
  payBy?: string | undefined
}): RequestFormValues => ({
  side: given.side ?? 'payable',
  partyId: given.partyId ?? null,
  currency: given.currency,
  rate: '',
  amount: given.amount ?? null,
  payBy: given.payBy ?? null,
  purpose: '',
  remark: given.remark ?? '',
  ownerId: given.ownerId,
  contract: given.contract,
  lineIds: {},
  targets: given.targets ?? [],
})

export const formValuesOf = (r: PaymentRequest): RequestFormValues => ({
  side: r.isRefund ? 'receivable' : 'payable',
  partyId: r.partyId,
  currency: r.currency,
  rate: r.rate,
  amount: r.amount,
  payBy: r.payBy,
  purpose: r.purpose,
  remark: r.remark,
  ownerId: r.ownerId,
  contract: r.contractId === null ? null : { id: r.contractId, number: r.contractNumber ?? '' },
  lineIds: Object.fromEntries(r.lines.map((l) => [l.item, l.id])),
  targets: r.lines.map((l) => ({ item: l.item, amount: l.amount?.minor ?? null, sourceAmount: null })),
})

export type AskedBill = QueryOutput<'bills-to-request'>[number]
/** Bills that could be asked for, as the table of open items takes them: what is left of each is all that can be chosen. Those whose amounts are not to be
 * seen are asked for as a whole (`WholeBills`). */
export const candidatesOf = (bills: readonly AskedBill[]): Candidate[] =>
  bills.flatMap((b) =>
    b.left === null
      ? []
      : {
          ...{ item: b.item, kind: b.kind, document: b.document, documentDate: b.documentDate, dueDate: b.dueDate },
          overdue: b.overdue ?? false,
          open: b.left,
          dealNumber: null,
          contractNumber: null,
          meant: true,
        },
  )

export const sumOf = (targets: readonly TargetFormValues[]): number => targets.reduce((sum, t) => sum + (t.amount ?? 0), 0)

/** `wholly`: without amounts of bills, which who sends it may not see. */
export const inputOf = (
  value: RequestFormValues,
  rate: string,
  wholly = false,
): Omit<CommandInput<'save-payment-request'>, 'id' | 'revision'> => ({
  partyId: value.partyId ?? '',
  contractId: value.targets.length > 0 ? null : (value.contract?.id ?? null),
  currency: value.currency,
  rate,
  amount: value.targets.length > 0 ? null : value.amount,
  payBy: value.payBy ?? '',
  purpose: value.purpose,
  remark: value.remark,
  ownerId: value.ownerId,
  lines: value.targets.map((t) => ({ id: value.lineIds[t.item] ?? newId(), item: t.item, amount: wholly ? null : (t.amount ?? 0) })),
})
