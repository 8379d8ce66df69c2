// A quote as it is typed: one line a charge, begun with an ocean freight line for each container type, or with the lines of the quote before.
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { CHARGE_KINDS } from '../../../preload/contract/modules/freight/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { Inquiry, Quote } from './inquiry-form-values.ts'

type Charge = CommandInput<'register-freight-quote'>['lines'][number]
export type ChargeFormValues = Omit<Charge, 'amount'> & { amount: number | null }
export type QuoteFormValues = {
  forwarderId: string | null
  validFrom: string | null
  validTo: string | null
  transitDays: string
  freeDays: string
  carrierId: string | null
  remark: string
  lines: ChargeFormValues[]
}

export const newCharge = (part: Partial<ChargeFormValues> = {}): ChargeFormValues => ({
  ...{ id: newId(), kind: 'surcharge', name: '', containerType: '', basis: 'container', currency: 'USD', amount: null },
  ...part,
})

const firstLines = (inquiry: Inquiry): ChargeFormValues[] =>
  inquiry.cargoLoad === 'lcl'
    ? [newCharge({ kind: 'ocean', basis: 'ton' })]
    : [...new Set(inquiry.containers.map((c) => c.type))].map((containerType) => newCharge({ kind: 'ocean', containerType }))

/** A new quote of a forwarder; what he offered before stands in it to be changed, but its validity. */
export const emptyQuote = (inquiry: Inquiry, forwarderId: string | null): QuoteFormValues => {
  const before: Quote | null | undefined = inquiry.forwarders.find((f) => f.forwarderId === forwarderId)?.quote
  return {
    forwarderId,
    validFrom: null,
    validTo: null,
    transitDays: before?.transitDays == null ? '' : String(before.transitDays),
    freeDays: before?.freeDays == null ? '' : String(before.freeDays),
    carrierId: before?.carrierId ?? null,
    remark: '',
    lines: before ? before.lines.map((line) => ({ ...line, id: newId() })) : firstLines(inquiry),
  }
}

const isBlank = ({ name, amount }: ChargeFormValues): boolean => name.trim() === '' && amount === null
const days = (text: string): number | null => (text === '' ? null : Number(text))

/** Lines that say something: with an amount. */
export const saidLines = (lines: readonly ChargeFormValues[]): Charge[] =>
  lines.flatMap((line) => (line.amount === null ? [] : [{ ...line, amount: line.amount }]))

/** What is sent; blank lines are left out, one without an amount is left for the office to complain about. */
export const quoteInputOf = (value: QuoteFormValues): Omit<CommandInput<'register-freight-quote'>, 'id' | 'inquiryId' | 'revision'> => ({
  forwarderId: value.forwarderId ?? '',
  validFrom: value.validFrom,
  validTo: value.validTo ?? '',
  transitDays: days(value.transitDays),
  freeDays: days(value.freeDays),
  carrierId: value.carrierId,
  remark: value.remark,
  lines: value.lines.filter((line) => !isBlank(line)).map((line) => ({ ...line, amount: line.amount as number })),
})

/** Lines in the order in which quotes are read: ocean freight, surcharges, local charges. */
export const inOrder = <L extends { kind: Charge['kind'] }>(lines: readonly L[]): L[] =>
  lines.toSorted((a, b) => CHARGE_KINDS.indexOf(a.kind) - CHARGE_KINDS.indexOf(b.kind))
