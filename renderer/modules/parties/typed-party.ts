// Customers and vendors as they are typed, and the way from and to the office.
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { blankFields, onlyFields } from '../../../preload/contract/define/index.ts'
import {
  type CustomerFields,
  customerFields,
  type VendorFields,
  vendorFields,
  type VENDOR_KINDS,
} from '../../../preload/contract/modules/parties/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { paymentTermPresets } from '../../kit/fields/index.ts'
import { withoutBlankLines } from '../../kit/form/index.ts'

export type Customer = QueryOutput<'customer'>
export type Vendor = QueryOutput<'vendor'>
/** The owner is chosen before saving; the office asks for one. */
export type TypedCustomer = Omit<CustomerFields, 'ownerId'> & { ownerId: string | null }
export type TypedVendor = VendorFields
export type TypedContact = CustomerFields['contacts'][number]

export const newContact = (): TypedContact => ({
  id: newId(),
  name: '',
  title: '',
  role: 'other',
  email: '',
  phone: '',
  wechat: '',
  whatsapp: '',
})
const isBlank = ({ name, title, email, phone, wechat, whatsapp }: TypedContact): boolean =>
  [name, title, email, phone, wechat, whatsapp].every((text) => text.trim() === '')

const usualTerm = () => [...paymentTermPresets['30-70']]
export const emptyCustomer = (ownerId: string): TypedCustomer =>
  blankFields(customerFields, { status: 'potential', currency: 'USD', creditCurrency: 'USD', paymentTerm: usualTerm(), ownerId })
export const emptyVendor = (kind: (typeof VENDOR_KINDS)[number], currency: string): TypedVendor =>
  blankFields(vendorFields, { kind, currency, paymentTerm: usualTerm() })

export const typedCustomer = (data: Customer): TypedCustomer => onlyFields(customerFields, data)
export const typedVendor = (data: Vendor): TypedVendor => onlyFields(vendorFields, data)

/** What is sent: without the blank contacts that wait to be typed in. */
export const customerInput = (value: TypedCustomer): Omit<CommandInput<'edit-customer'>, 'id' | 'revision'> => ({
  ...value,
  ownerId: value.ownerId ?? '',
  contacts: withoutBlankLines(value.contacts, isBlank),
})
export const vendorInput = (value: TypedVendor): Omit<CommandInput<'edit-vendor'>, 'id' | 'revision'> => ({
  ...value,
  contacts: withoutBlankLines(value.contacts, isBlank),
})
