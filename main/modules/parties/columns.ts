// The columns of a party: from what was typed, and back. A field that is stored as it is typed goes by its name in the schema and needs no line here.
import type { z } from 'zod'
import { domainOf, phoneDigits } from '../../../db/reach.ts'
import { onlyFields, once } from '../../../preload/contract/define/index.ts'
import { customerFields, vendorFields } from '../../../preload/contract/modules/parties/calls.ts'
import type { PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import type { PartyRow } from './for-use.ts'
import { normalName } from './rules.ts'

/** The code may be drawn, contacts have a table, the term is stored as JSON, the owner brings a department. */
const customerPlain = once(() => customerFields().omit({ code: true, contacts: true, paymentTerm: true, ownerId: true }))
const vendorPlain = once(() => vendorFields().omit({ code: true, contacts: true, paymentTerm: true }))
type CustomerPlain = z.infer<ReturnType<typeof customerPlain>>
type VendorPlain = z.infer<ReturnType<typeof vendorPlain>>
type WithTerm = { paymentTerm: PaymentTerm }

/** By which similar parties are found (Y12), and the payment term. */
const calculated = (input: Pick<VendorPlain, 'name' | 'nameZh' | 'website' | 'email' | 'phone'> & WithTerm) => ({
  paymentTerm: JSON.stringify(input.paymentTerm),
  normalName: normalName(input.name),
  normalNameZh: normalName(input.nameZh),
  domain: domainOf(input.website, input.email),
  phoneDigits: phoneDigits(input.phone),
})

/** What was typed as columns, without code, owner and contacts. */
export const customerColumns = (input: CustomerPlain & WithTerm) => ({ ...onlyFields(customerPlain(), input), ...calculated(input) })
/** What was typed as columns, without code and contacts. A vendor has nothing in the columns of customers. */
export const vendorColumns = (input: VendorPlain & WithTerm) => ({ ...onlyFields(vendorPlain(), input), ...calculated(input) })

const around = ({ id, code, paymentTerm, createdAt, revision }: PartyRow) => {
  return { id, code, paymentTerm: JSON.parse(paymentTerm) as PaymentTerm, createdAt, revision }
}
/** The row as it was typed, without its contacts. */
export const customerOf = (row: PartyRow) => ({
  ...around(row),
  ...(onlyFields(customerPlain(), row) as CustomerPlain),
  ownerId: row.ownerId ?? '',
})
/** The row as it was typed, without its contacts. */
export const vendorOf = (row: PartyRow) => ({ ...around(row), ...(onlyFields(vendorPlain(), row) as VendorPlain) })

/** Fields of a list that are plain columns of the party: those among the list's columns. `p` is the party. */
const listed = (plain: z.ZodObject, columns: object): Record<string, string> =>
  Object.fromEntries(Object.keys(plain.shape).flatMap((name) => (name in columns ? [[name, `p.${name}`]] : [])))
export const customerListFields = (columns: object) => listed(customerPlain(), columns)
export const vendorListFields = (columns: object) => listed(vendorPlain(), columns)
