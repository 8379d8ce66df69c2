// Customers and vendors as they are typed, and the way from and to the office.
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { CustomerFields, VendorFields, VENDOR_KINDS } from '../../../preload/contract/modules/parties/calls.ts'
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

const emptyParty = (currency: string) => ({
  code: '',
  name: '',
  nameZh: '',
  shortName: '',
  country: null,
  city: '',
  address: '',
  website: '',
  email: '',
  phone: '',
  taxNumber: '',
  currency,
  paymentTerm: [...paymentTermPresets['30-70']],
  bankDetails: '',
  remark: '',
  contacts: [],
})

export const emptyCustomer = (ownerId: string): TypedCustomer => ({
  ...emptyParty('USD'),
  status: 'potential',
  level: null,
  creditGrade: '',
  creditLimit: null,
  creditCurrency: 'USD',
  incoterm: null,
  port: '',
  source: '',
  industry: '',
  ownerId,
})
export const emptyVendor = (kind: (typeof VENDOR_KINDS)[number], currency: string): TypedVendor => ({ ...emptyParty(currency), kind })

const sharedOf = (data: Customer | Vendor) => ({
  code: data.code,
  name: data.name,
  nameZh: data.nameZh,
  shortName: data.shortName,
  country: data.country,
  city: data.city,
  address: data.address,
  website: data.website,
  email: data.email,
  phone: data.phone,
  taxNumber: data.taxNumber,
  currency: data.currency,
  paymentTerm: data.paymentTerm,
  bankDetails: data.bankDetails,
  remark: data.remark,
  contacts: data.contacts,
})
export const typedCustomer = (data: Customer): TypedCustomer => ({
  ...sharedOf(data),
  status: data.status,
  level: data.level,
  creditGrade: data.creditGrade,
  creditLimit: data.creditLimit,
  creditCurrency: data.creditCurrency,
  incoterm: data.incoterm,
  port: data.port,
  source: data.source,
  industry: data.industry,
  ownerId: data.ownerId,
})
export const typedVendor = (data: Vendor): TypedVendor => ({ ...sharedOf(data), kind: data.kind })

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
