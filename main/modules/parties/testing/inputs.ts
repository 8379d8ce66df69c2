// Inputs of parties for tests of every module: valid, with only what a test cares about given.
import type { CommandInput } from '../../../../preload/contract/commands.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'

const shared = {
  code: '',
  nameZh: '',
  shortName: '',
  country: null,
  city: '',
  address: '',
  website: '',
  email: '',
  phone: '',
  taxNumber: '',
  currency: 'USD',
  paymentTerm: [{ share: '100', event: 'before-shipment' as const, days: 0 }],
  bankDetails: '',
  remark: '',
  contacts: [],
}

export const aCustomer = (ownerId: string, over: Partial<CommandInput<'create-customer'>> = {}): CommandInput<'create-customer'> => ({
  id: newId(),
  name: 'Sunrise Trading Co., Ltd.',
  ...shared,
  status: 'active',
  level: 'B',
  creditGrade: '',
  creditLimit: null,
  creditCurrency: 'USD',
  incoterm: 'FOB',
  port: 'Hamburg',
  source: '',
  industry: '',
  ownerId,
  ...over,
})

export const aVendor = (over: Partial<CommandInput<'create-vendor'>> = {}): CommandInput<'create-vendor'> => ({
  id: newId(),
  name: '宁波东方灯具有限公司',
  ...shared,
  currency: 'CNY',
  kind: 'factory',
  ...over,
})
