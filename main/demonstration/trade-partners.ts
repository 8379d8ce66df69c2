// Whom the demonstration trades with, and in what: customers, factories, logistics companies and products.
import type { CommandInput } from '../../preload/contract/commands.ts'
import { blankFields } from '../../preload/contract/define/index.ts'
import { customerFields, vendorFields } from '../../preload/contract/modules/parties/calls.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { toMinor } from '../../preload/contract/vocabulary/money.ts'
import type { People } from './accounts.ts'
import { bankDetailsIn, changedAccount } from './bank-details.ts'
import type { Send } from './send.ts'
import { customers, factories, factoryTerm, logistics, minimumOf, products } from './trade-data.ts'
import type { Trade } from './world.ts'

const contact = (name: string, email: string) => ({
  id: newId(),
  name,
  title: 'Purchasing',
  role: 'decision-maker' as const,
  email,
  phone: '',
  wechat: '',
  whatsapp: '',
})
const mail = (name: string) =>
  `office@${name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '')}.example`

/** The last but one of `logistics`, whom no deal pays. */
const MOVED = 8

/** Partners, goods and bank accounts; `buyer` enters whom we pay. */
export const tradePartners = async (send: Send, buyer: Send, people: People, banks: Map<string, string>): Promise<Trade> => {
  const trade: Trade = { customers: [], factories: [], logistics: [], products: [], banks }
  const categories = new Map<string, string>()
  for (const [name, nameZh, country, city, currency, port, incoterm, term, level, limit, owner] of customers) {
    const id = newId()
    trade.customers.push(id)
    await send('create-customer', {
      id,
      ...blankFields(customerFields(), {
        ...{ name, nameZh, country, city, currency, paymentTerm: [...term], email: mail(name) },
        ...{ contacts: [contact('Purchasing Dept.', mail(name))], status: 'active', level, creditGrade: level, creditCurrency: currency },
        ...{ creditLimit: limit === null ? null : toMinor(String(limit), currency), incoterm, port, source: '广交会' },
        ownerId: people.byUser.get(owner)!,
      }),
    })
  }
  for (const [n, [name, nameZh, city]] of factories.entries()) {
    const id = newId()
    trade.factories.push(id)
    await buyer('create-vendor', {
      id,
      ...blankFields(vendorFields(), {
        ...{ kind: 'factory', name: nameZh, nameZh: name, country: 'CN', city, currency: 'CNY' },
        ...{ paymentTerm: [...factoryTerm], bankDetails: bankDetailsIn(city, n) },
      }),
    })
  }
  for (const [n, [kind, name, nameZh, city]] of logistics.entries()) {
    const id = newId()
    trade.logistics.push(id)
    const vendor: CommandInput<'create-vendor'> = {
      id,
      ...blankFields(vendorFields(), {
        kind,
        name: kind === 'sales-agent' ? name : nameZh,
        nameZh: kind === 'sales-agent' ? nameZh : name,
        country: kind === 'sales-agent' ? 'CL' : 'CN',
        city,
        currency: kind === 'carrier' || kind === 'sales-agent' ? 'USD' : 'CNY',
        paymentTerm: [{ share: '100', event: 'after-bill-of-lading', days: 30 }],
        bankDetails: kind === 'sales-agent' ? 'Banco de Chile, Santiago\n00-801-21907-44' : bankDetailsIn(city, factories.length + n),
      }),
    }
    const { code } = await buyer('create-vendor', vendor)
    if (n === MOVED) await changedAccount(buyer, { ...vendor, code }, 2)
  }
  for (const [code, name, nameZh, hsCode, unit, refundRate, factory, , pieces, [l, w, h], gross, net, category] of products) {
    if (!categories.has(category)) {
      categories.set(category, newId())
      await send('create-category', { id: categories.get(category)!, name: category, nameZh: '', parentId: null })
    }
    const id = newId()
    trade.products.push(id)
    await send('create-product', {
      id,
      code,
      name,
      nameZh,
      specification: '',
      unit,
      hsCode,
      vatRate: '13',
      refundRate,
      categoryId: categories.get(category)!,
      supplierId: trade.factories[factory]!,
      piecesPerCarton: String(pieces),
      cartonLength: String(l),
      cartonWidth: String(w),
      cartonHeight: String(h),
      grossWeight: gross,
      netWeight: net,
      minimumQuantity: minimumOf(pieces),
      remark: '',
      active: true,
    })
  }
  return trade
}
