// The whole of a first deal by screen, from an empty folder to the profit of the deal, with every control on: what two people click and type, and nothing besides.
import type { Page } from 'playwright-core'
import { wordsIn } from './words.ts'
import { type Count, countedHand } from './counted.ts'

const { t, name } = wordsIn.zh
const PASSWORD = 'harbour-crane-at-dawn'
const OTHER_PASSWORD = 'lighthouse-in-the-fog'

/** `boss` does the work, `partner` approves it. `code` stands on the office's console. Gives what the profit page says. */
export const firstDeal = async (pages: { boss: Page; partner: Page }, address: string, code: string, count: Count): Promise<string> => {
  const boss = countedHand(pages.boss, count)
  const partner = countedHand(pages.partner, count)
  const approve = async (withDialog = false) => {
    await boss.until(t('approvals.standing-pending'))
    await partner.press(name('command.approve'))
    if (withDialog) await partner.pressIn(name('command.approve'))
    await partner.until(t('today.waiting-none'))
  }

  boss.step('founding, rate, accounts, partner')
  await pages.boss.goto(address)
  await boss.text(t('found.new'))
  await boss.typeByLabel(name('field.company.name'), '宁波试点进出口有限公司')
  await boss.text(t('switches.found'))
  await boss.press(t('switches.all-on'))
  await boss.press(t('found.next'))
  await boss.typeByLabel(name('field.owner.name'), '陈老板')
  await boss.typeByLabel(name('field.owner.login'), 'boss')
  await boss.typeByLabel(name('field.owner.password'), PASSWORD)
  await boss.typeByLabel(t('found.password-again'), PASSWORD)
  await boss.typeByLabel(t('found.code'), code)
  await boss.text(t('found.start'))
  await boss.typeByLabel(new RegExp(t('found.foreign-rate', { currency: 'USD' })), '7.1')
  await boss.typeByLabel(t('found.colleague-name'), '李合伙')
  await boss.typeByLabel(t('found.colleague-login'), 'partner')
  await boss.typeByLabel(t('found.colleague-password'), OTHER_PASSWORD)
  await boss.click(pages.boss.getByRole('combobox', { name: t('found.colleague-role') }))
  await boss.choose(name('role.owner'))
  await boss.press(t('found.go'))
  await pages.boss.getByRole('tablist').waitFor()

  boss.step('the partner signs in')
  await pages.partner.goto(address)
  await partner.typeByLabel(t('sign-in.user'), 'partner')
  await partner.typeByLabel(t('sign-in.password'), OTHER_PASSWORD)
  await partner.press(t('sign-in.go'))
  await partner.menu(name('query.today'))

  boss.step('customer')
  await boss.press(name('command.create-customer'))
  await boss.type('name', 'Baltic Garden OÜ')
  await boss.press(t('kit.form.save'))

  boss.step('quotation')
  await boss.press(t('parties.make-quotation'))
  await boss.untilFilled('rate')
  await boss.typeLine('lines', [
    ['description', 'Garden tools'],
    ['quantity', '1000'],
    ['price', '10'],
    ['cost', '56.5', name('field.quotation-lines.cost')],
  ])
  await boss.type('domestic', '3000')
  await boss.type('incotermPlace', 'Ningbo')
  await boss.type('portOfLoading', 'Ningbo')
  await boss.type('portOfDischarge', 'Tallinn')
  await boss.press(name('command.send-quotation'))
  await boss.pressIn(name('command.send-quotation'))
  await boss.untilGone('dialog')
  await boss.press(name('command.confirm-quotation'))
  await boss.pressIn(name('command.confirm-quotation'))
  await boss.untilGone('dialog')

  boss.step('sales contract: approved and signed')
  await boss.press(name('command.submit-for-approval'))
  await approve()
  await boss.until(t('approvals.standing-approved'))
  await boss.press(name('command.sign-sales-contract'))
  await boss.pressIn(name('command.sign-sales-contract'))
  await boss.untilGone('dialog')

  boss.step('profit estimate')
  await boss.press(t('estimates.make'))
  await boss.until(name('estimate-source.quotation'))
  await boss.press(t('approvals.save-and-submit'))
  await approve()
  await boss.until(t('approvals.standing-approved'))

  boss.step('factory and its bank details')
  await boss.menu(name('list.vendors'))
  await boss.press(name('command.create-vendor'))
  await boss.type('name', '宁波海天工具厂')
  await boss.type('bankDetails', '中国银行宁波分行 3301 2345 6789')
  await boss.press(t('kit.form.save'))
  await boss.press(name('command.submit-for-approval'))
  await approve(true)

  boss.step('purchase contract: approved and signed')
  await boss.tab(/SC\d/)
  await boss.press(t('contracts.make-purchase'))
  await boss.until(name('estimate-source.profit-estimate'))
  await boss.untilFilled('supplierId')
  await boss.press(t('approvals.save-and-submit'))
  await approve()
  await boss.until(t('approvals.standing-approved'))
  await boss.press(name('command.sign-purchase-contract'))
  await boss.pressIn(name('command.sign-purchase-contract'))
  await boss.untilGone('dialog')

  boss.step('shipment and freight inquiry')
  await boss.tab(/SC\d/)
  await boss.press(t('contracts.make-shipment'))
  await boss.until('Garden tools')
  await boss.press(t('shipments.save-and-ask'))
  for (const forwarder of ['远洋货代', '华泰货代', '前海货代']) {
    await boss.typeToChoose('forwarderIds', forwarder)
    await boss.choose(t('freight.new-forwarder', { name: forwarder }))
    await boss.until(forwarder)
  }
  await boss.press(name('command.register-freight-quote'))

  boss.step('three quotes')
  const quotes = ['1800', '1900', '2100']
  for (const [at, each] of quotes.entries()) {
    await boss.until(new RegExp(['远洋货代', '华泰货代', '前海货代'][at]!))
    await boss.type('validTo', '+30')
    await boss.typeLine('lines', [['amount', each]])
    if (at < 2) await boss.click(pages.boss.getByRole('button', { name: /^保存，接着填/ }).locator('visible=true'))
    else await boss.press(t('kit.form.save'))
  }

  boss.step('choice, approved')
  await boss.click(pages.boss.getByRole('button', { name: `${t('freight.choose')} 远洋货代`, exact: true }))
  await approve()

  boss.step('booking and dispatch')
  await boss.tab(new RegExp(`^${name('record.shipment')}`))
  await boss.press(name('command.book-shipment'))
  await boss.typeInDialog(name('field.bookingNumber'), 'BK-2026-1')
  await boss.pressIn(name('command.book-shipment'))
  await boss.untilGone('dialog')
  await boss.press(name('command.dispatch-shipment'))
  await boss.pressIn(name('command.dispatch-shipment'))
  await boss.untilGone('dialog')

  boss.step('receipt, applied')
  await boss.press(name('command.register-receipt'))
  await boss.until(t('receipts-and-payments.bank-says'))
  await boss.press(name('command.register-receipt'))
  await boss.pressIn(name('command.allocate'))
  await boss.untilGone('dialog')

  boss.step('bill of the factory')
  await boss.tab(/PC\d/)
  await boss.press(name('purchasing-action.factory-bill'))
  await boss.type('invoiceNumber', 'VAT-2026-1')
  await boss.press(name('command.post-bill'))

  boss.step('payment request, approved and paid')
  await boss.press(t('kit.pay.request'))
  await boss.until('56,500.00')
  await boss.press(t('approvals.save-and-submit'))
  await approve()
  await boss.until(t('approvals.standing-approved'))
  await boss.press(name('command.pay-request'))
  await boss.pressIn(name('command.pay-request'))
  await boss.untilGone('dialog')

  boss.step('tax refund')
  await boss.tab(new RegExp(`^${name('record.shipment')}`))
  await boss.press(name('command.receive-tax-refund'))
  await boss.pressIn(name('command.receive-tax-refund'))
  await boss.untilGone('dialog')

  boss.step('profit of the deal')
  await boss.tab(/SC\d/)
  await boss.press(name('query.deal-profit'))
  await boss.until(name('field.margin'))
  return pages.boss.locator('[role=tabpanel]:visible').innerText()
}
