// Statements of account of a factory and of a forwarder: golden case C7 of papers seen from the vendor's side, currencies apart, for who may see what is owed, and never a
// word of the sale.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Permission } from '../../../preload/contract/access.ts'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { PaperKind } from '../../../preload/contract/papers.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { anInput } from '../../testing/fixtures.ts'
import { pdfTexts } from '../../testing/pdf-text.ts'
import { files } from '../files/index.ts'
import { papers } from '../papers/index.ts'
import { parties } from '../parties/index.ts'
import { endSound, moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'

let office: MoneyOffice
let forwarderId: string
beforeEach(async () => {
  office = await moneyOffice({}, [papers, parties, files])
  office.at = '2026-07-05T02:00:00.000Z'
  forwarderId = office.party('forwarder', 'Seaway')
  // What it is called here, and in English.
  office.database.write.sql.prepare("UPDATE party SET name = '海路货代', nameZh = 'Seaway Ltd.' WHERE id = ?").run(forwarderId)
})
afterEach(() => endSound(office))

type Asked = { paper?: PaperKind; recordId?: string; from?: string; to?: string }
const june = { from: '2026-06-01', to: '2026-06-30' }
const asked = (more: Asked = {}) => ({ paper: 'expense-statement' as PaperKind, recordId: forwarderId, ...june, ...more })
/** Days as they are written, without the blanks that the setting puts between Chinese and figures. */
const statement = async (more: Asked = {}) => {
  const made = await office.query('paper', asked(more))
  const text = (await pdfTexts(made.pdf)).join('\n').replaceAll(/ ?([年月]) ?| (?=日)/g, '$1')
  return { ...made, text, lines: text.split('\n') }
}
/** Lines of a currency's section. */
const section = (lines: readonly string[], currency: string): string[] => {
  const rest = lines.slice(lines.indexOf(currency) + 1)
  const end = rest.findIndex((line) => /^[A-Z]{3}$/.test(line))
  return (end < 0 ? rest : rest.slice(0, end)).map((line) => line.trim())
}
const usd = { currency: 'USD', rate: '7.1' }
const expense = (amount: number, given: Partial<CommandInput<'post-bill'>> & { line?: Parameters<MoneyOffice['billLine']>[1] }) => {
  const { line, ...bill } = given
  return office.bill({ partyId: forwarderId, lines: [office.billLine(amount, { category: 'freight', ...line })], ...bill })
}

/** C7 from the other side: what was invoiced is billed, what was received is paid. */
const quarter = async () => {
  const bank = await office.bank('USD', { balance: 100_000_00, rate: '7.1' })
  const pay = (amount: number, given: Partial<CommandInput<'register-payment'>>) =>
    office.pay(bank, amount, { partyId: forwarderId, rate: '7.1', ...given })
  const first = await expense(12_000_00, { ...usd, billDate: '2026-04-10', dueDate: '2026-05-10', invoiceNumber: 'SW-101' })
  await pay(5_000_00, { paidOn: '2026-05-02', targets: [{ item: first.item, amount: 5_000_00 }] })
  const ahead = await pay(3_000_00, { paidOn: '2026-05-20' })
  const second = await expense(9_876_54, { ...usd, billDate: '2026-06-05', dueDate: '2026-07-05', invoiceNumber: 'SW-118' })
  const applied = [
    { item: second.item, amount: 2_962_96 },
    { item: first.item, amount: 37_04 },
  ]
  await office.allocate(ahead.item, applied, '2026-06-06')
  const note = await office.run('post-credit-note', {
    ...{ id: newId(), partyId: forwarderId, on: '2026-06-12', ...usd, amount: 250_00, dealId: null, reason: 'CANARY-REASON' },
  })
  const sent = { paidOn: '2026-06-18', charge: 25_00, bankReference: 'TT-6900', targets: [{ item: first.item, amount: 6_900_00 }] }
  const paid = await pay(6_900_00, { ...sent, remark: 'CANARY-REMARK' })
  await office.run('write-off', { id: newId(), on: '2026-06-20', item: first.item, amount: 62_96, reason: 'CANARY-REST' })
  await pay(1_000_00, { paidOn: '2026-07-02' })
  await expense(1_000_00, { currency: 'EUR', rate: '7.8', billDate: '2026-06-08', dueDate: '2026-06-20', invoiceNumber: 'SW-120' })
  await expense(888_00, { billDate: '2026-06-09', dueDate: '2026-07-09', invoiceNumber: 'SW-121' })
  return { second, note: note.number, noteItem: note.item, paid: paid.number }
}

test('[PA17] C7 from a forwarder`s side: opening, movements, closing, open items and ageing, three currencies apart', async () => {
  const { second, note, paid } = await quarter()
  const { lines, text, problems, language, fileName } = await statement()
  const usdPart = section(lines, 'USD')
  const row = (start: string) => usdPart.find((line) => line.startsWith(start)) ?? ''
  expect(row('2026年6月1日')).toContain('4,000.00')
  expect(row('2026年6月5日')).toMatch(new RegExp(`${second.number} SW-118 海运费 2026年7月5日 9,876.54 13,876.54$`))
  expect(row('2026年6月12日')).toMatch(new RegExp(`贷项通知单 ${note} 250.00 13,626.54$`))
  expect(row('2026年6月18日')).toMatch(new RegExp(`付款 ${paid} TT-6900 6,900.00 6,726.54$`))
  expect(row('2026年6月20日')).toMatch(/调整 .* 62.96 6,663.58$/)
  expect(row('2026年6月6日')).toBe('')
  expect(row('2026年7月2日')).toBe('')
  expect(row('期末余额')).toBe('期末余额 9,876.54 7,212.96 USD 6,663.58')
  // Open items: what is left of the bill, and the note as a negative row; together the closing balance.
  expect(usdPart.filter((line) => /SW-118.*9,876.54 6,913.58$/.test(line))).toHaveLength(1)
  expect(usdPart.filter((line) => line.includes(`${note} 贷项通知单`) && line.endsWith('-250.00 -250.00'))).toHaveLength(1)
  expect(row('合计')).toBe('合计 USD 6,663.58')
  expect(usdPart.join(' ')).toContain('未到期 USD 6,913.58')
  expect(usdPart.join(' ')).toContain('预付及贷项 USD -250.00')
  expect(section(lines, 'EUR').join(' ')).toMatch(/SW-120 .*10 1,000.00 1,000.00 合计 EUR 1,000.00 逾期 1 – 30 天 EUR 1,000.00/)
  expect(section(lines, 'CNY').join(' ')).toMatch(/SW-121 .*888.00 888.00 合计 CNY 888.00 未到期 CNY 888.00/)
  expect({ problems, language, fileName }).toEqual({ problems: [], language: 'zh', fileName: 'SOA-SEAWAY-20260630-海路货代' })
  expect(text).not.toMatch(/CANARY|7\.1|7\.8|(^| )25\.00( |$)/m)
  expect(text).toContain('供应商 海路货代')
  // No place to be paid at: it is we who pay.
  expect(text).not.toContain('收款银行')
})

test('[PA17] what is applied later changes nothing of a month that is over', async () => {
  const { second, noteItem } = await quarter()
  const before = await statement()
  await office.allocate(noteItem, [{ item: second.item, amount: 250_00 }], '2026-07-03')
  expect((await statement()).text).toBe(before.text)
  const july = await statement({ to: '2026-07-05' })
  expect(section(july.lines, 'USD').join(' ')).toContain('预付及贷项 USD -1,000.00')
})

test('[PA17] the next month begins where this one ends; what is paid ahead is a negative row', async () => {
  await quarter()
  const { lines } = await statement({ from: '2026-07-01', to: '2026-07-05' })
  const usdPart = section(lines, 'USD')
  expect(usdPart.find((line) => line.startsWith('2026年7月1日'))).toContain('6,663.58')
  expect(usdPart.find((line) => line.startsWith('期末余额'))).toBe('期末余额 0.00 1,000.00 USD 5,663.58')
  expect(usdPart.join(' ')).toMatch(/预付款 .*-1,000.00 -1,000.00/)
  expect(usdPart.join(' ')).toContain('预付及贷项 USD -1,250.00')
})

/** A sale with everything that a vendor must not read, bought of the factory and shipped by the forwarder. */
const trade = async () => {
  const sold = await office.sold([{ quantity: '100', price: '31.4159', buy: { price: '113' } }], { signedOn: '2026-05-05' })
  const { sql } = office.database.write
  const contract = { number: 'CANARY-SC', order: 'CANARY-ORDER', remark: 'CANARY-CONTRACT' }
  sql.prepare('UPDATE sales_contract SET number = @number, buyerOrderNumber = @order, remark = @remark').run(contract)
  sql.prepare("UPDATE party SET name = 'CANARY-BUYER', nameZh = 'CANARY-BUYER', shortName = 'CANARY-BUYER' WHERE kind = 'customer'").run()
  const one = (text: string, id: string) => office.one<{ number: string }>(text, id).number
  return {
    ...sold,
    deal: one('SELECT number FROM deal WHERE id = ?', sold.dealId),
    purchase: one('SELECT number FROM purchase_contract WHERE id = ?', sold.purchaseId!),
  }
}

describe('a factory', () => {
  const bought = async () => {
    const sale = await trade()
    const bank = await office.bank('CNY', { balance: 10_000_000 })
    await office.pay(bank, 3_390_00, { paidOn: '2026-06-02', contractId: sale.purchaseId })
    const goods = (quantity: string, amount: number, invoiceNumber: string, billDate: string) =>
      office.bill({
        ...{ kind: 'factory', billDate, dueDate: '2026-07-20', invoiceNumber, remark: 'CANARY-BILL' },
        lines: [
          office.billLine(amount, {
            ...{ purchaseLineId: sale.purchaseLines[0]!, quantity, category: null, vatRate: '13', description: 'CANARY-LINE' },
          }),
        ],
      })
    const first = await goods('60', 6_780_00, '25332000000012345678', '2026-06-10')
    const second = await goods('30', 3_390_00, '', '2026-06-15')
    return { ...sale, first, second }
  }

  test('[PA17] reads contracts and deals, VAT invoices received and missing, and prepayments', async () => {
    const { deal, purchase, first, second } = await bought()
    const { lines, text, problems } = await statement({ paper: 'factory-statement', recordId: office.factoryId })
    const part = section(lines, 'CNY')
    const row = (start: string) => part.find((line) => line.startsWith(start)) ?? ''
    expect(row('2026年6月2日')).toMatch(new RegExp(`付款 .*${purchase} ${deal} 3,390.00 -3,390.00$`))
    expect(row('2026年6月10日')).toMatch(
      new RegExp(`${first.number} ${purchase} ${deal} 25332000000012345678 2026年7月20日 6,780.00 3,390.00$`),
    )
    expect(row('2026年6月15日')).toMatch(new RegExp(`${second.number} ${purchase} ${deal} 未收到 2026年7月20日 3,390.00 6,780.00$`))
    expect(part.join(' ')).toMatch(/预付款 .*-3,390.00 -3,390.00/)
    expect(part.join(' ')).toContain('未到票金额 CNY 3,390.00')
    expect(part.join(' ')).toContain('预付及贷项 CNY -3,390.00')
    expect(problems).toEqual([])
    expect(text).toContain('供应商')
    expect(text).not.toMatch(/CANARY|31\.41/)
  })

  test('[PA17] a bill without an invoice that was taken back is not waited for; what is taken back later still is', async () => {
    const { second } = await bought()
    await office.run('reverse-bill', { id: second.id, on: '2026-07-03', reason: 'CANARY-REASON' })
    const of = (to: string) => statement({ paper: 'factory-statement', recordId: office.factoryId, to })
    expect((await of('2026-06-30')).text).toContain('未到票金额')
    const july = await of('2026-07-05')
    expect(july.text).not.toContain('未到票金额')
    expect(section(july.lines, 'CNY').find((line) => line.startsWith('2026年7月3日'))).toMatch(/冲销 .* 3,390.00$/)
    expect(july.text).not.toMatch(/CANARY/)
  })
})

test('[PA16] a forwarder reads shipment, bill of lading, deal and kind of cost, and nothing of the sale', async () => {
  const sale = await trade()
  const { input } = await office.shipped(
    [[sale.lines[0]!, '100']],
    { dispatchedOn: '2026-06-03' },
    { billOfLadingNumber: 'COSU123', invoiceNumber: 'CANARY-INV' },
  )
  await expense(4_200_00, {
    ...{ billDate: '2026-06-20', dueDate: '2026-07-20', invoiceNumber: 'SW-7', remark: 'CANARY-BILL' },
    line: { category: 'port-charge', dealIds: [sale.dealId], shipmentId: input.id, description: 'CANARY-LINE' },
  })
  const { text, lines } = await statement()
  const shipment = office.one<{ number: string }>('SELECT number FROM shipment WHERE id = ?', input.id).number
  const said = section(lines, 'CNY').join(' ')
  for (const part of [shipment, 'COSU123', sale.deal, '港杂费', 'SW-7', '4,200.00']) expect(said).toContain(part)
  expect(text).not.toMatch(/CANARY|31\.41/)
  const workbook = await office.query('paper-text', asked())
  expect(workbook.text).toContain('COSU123')
  expect(workbook.text).not.toMatch(/CANARY/)
})

test('[PA16] each vendor has its own kind of statement, and only who may see payables (of a factory: and costs) has it, issued ones too', async () => {
  await quarter()
  const offered = (recordId: string) => office.query('papers-of', { recordKind: 'vendor', recordId })
  expect(await offered(forwarderId)).toEqual([
    { number: '海路货代', paper: 'expense-statement', recordId: forwarderId, ofParty: false, period: true },
  ])
  expect(await offered(office.factoryId)).toEqual([
    { number: 'Factory', paper: 'factory-statement', recordId: office.factoryId, ofParty: false, period: true },
  ])
  // Asked for by another's kind it is not there.
  const ofFactory = asked({ paper: 'factory-statement', recordId: office.factoryId })
  for (const wrong of [
    asked({ recordId: office.factoryId }),
    asked({ paper: 'factory-statement' }),
    asked({ recordId: office.customerId }),
  ])
    expect(await office.ask('paper', wrong)).toMatchObject({ refused: 'not-found' })

  const issue = async (of: ReturnType<typeof asked>) => {
    const { content } = await office.query('paper', of)
    return office.run('issue-paper', anInput('issue-paper', { ...of, seenContent: content, reason: '', sealId: null, signId: null }))
  }
  const [expenses, goods] = [await issue(asked()), await issue(ofFactory)]
  expect(await office.query('issued-paper', { id: expenses.id })).toMatchObject({ fileName: 'SOA-SEAWAY-20260630-海路货代' })

  const sees = async (permissions: readonly Permission[]) => {
    const as = await office.user({ permissions: ['vendor.view', ...permissions] })
    const answers = await Promise.all([
      office.ask('paper', asked(), as),
      office.ask('issued-paper', { id: expenses.id }, as),
      office.ask('paper', ofFactory, as),
      office.ask('issued-paper', { id: goods.id }, as),
    ])
    const listed = await office.query('issued-papers', { recordKind: 'vendor', recordId: office.factoryId }, as)
    return [...answers.map((answer) => ('refused' in answer ? answer.refused : 'seen')), listed.length]
  }
  const none = ['not-permitted', 'not-found', 'not-permitted', 'not-found', 0]
  expect(await sees([])).toEqual(none)
  expect(await sees(['cost.view'])).toEqual(none)
  expect(await sees(['payable.view'])).toEqual(['seen', 'seen', 'not-permitted', 'not-found', 0])
  expect(await sees(['payable.view', 'cost.view'])).toEqual(['seen', 'seen', 'seen', 'seen', 1])
})
