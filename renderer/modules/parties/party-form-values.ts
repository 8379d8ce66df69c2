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
export type CustomerFormValues = Omit<CustomerFields, 'ownerId'> & { ownerId: string | null }
export type VendorFormValues = VendorFields
export type ContactFormValues = CustomerFields['contacts'][number]

export const newContact = (): ContactFormValues => ({
  id: newId(),
  name: '',
  title: '',
  role: 'other',
  email: '',
  phone: '',
  wechat: '',
  whatsapp: '',
})
const isBlank = ({ name, title, email, phone, wechat, whatsapp }: ContactFormValues): boolean =>
  [name, title, email, phone, wechat, whatsapp].every((text) => text.trim() === '')

const usualTerm = () => [...paymentTermPresets['30-70']]
export const emptyCustomer = (ownerId: string): CustomerFormValues =>
  blankFields(customerFields(), { status: 'potential', currency: 'USD', creditCurrency: 'USD', paymentTerm: usualTerm(), ownerId })
export const emptyVendor = (kind: (typeof VENDOR_KINDS)[number], currency: string): VendorFormValues =>
  blankFields(vendorFields(), { kind, currency, paymentTerm: usualTerm() })

export const customerFormValues = (data: Customer): CustomerFormValues => onlyFields(customerFields(), data)
export const vendorFormValues = (data: Vendor): VendorFormValues => onlyFields(vendorFields(), data)

/** What is sent: without the blank contacts that wait to be typed in. */
export const customerInput = (value: CustomerFormValues): Omit<CommandInput<'edit-customer'>, 'id' | 'revision'> => ({
  ...value,
  ownerId: value.ownerId ?? '',
  contacts: withoutBlankLines(value.contacts, isBlank),
})
export const vendorInput = (value: VendorFormValues): Omit<CommandInput<'edit-vendor'>, 'id' | 'revision'> => ({
  ...value,
  contacts: withoutBlankLines(value.contacts, isBlank),
})
