// The same deal by screen: a salesperson, an accountant, a shipping clerk and a manager, each in an own window of a real browser, at a hub with every switch on.
// What is typed into documents comes by the API; every gate is met, told of and opened on the screens.
import type { ApprovalKind } from '../../preload/contract/records.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { minorText, type Money } from '../../preload/contract/vocabulary/money.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { signInOn } from './support/sign-in-page.ts'
import { wordsIn } from './support/words.ts'
import { signIn, type Client, setSwitches } from './support/client.ts'
import { demoFolder, endAll, removeFolders, startOffice } from './support/office.ts'
import { closeScreens, picture, startBrowser } from './support/screens.ts'
import { aDeal, estimateOf, everySwitch, managerDecides, payableOf, requestFor, type WalkedDeal } from './support/walked-deal.ts'

const { t, name } = wordsIn.zh
type Who = 'sales' | 'accountant' | 'shipping' | 'manager'
const CHEAPEST = '宁波远洋国际货运代理有限公司'
const WINDOWS: readonly Who[] = ['sales', 'accountant', 'shipping', 'manager']

let deal: WalkedDeal
let contractNumber: string
let people: Record<'boss' | 'sales' | 'purchaser' | 'shipping' | 'accountant', Client>
const window = {} as Record<Who, Page>
const errors: string[] = []

const enter = async (page: Page, address: string, user: string): Promise<void> => {
  await page.goto(address)
  await signInOn(page, user)
}
/** Ctrl+K, the number, Enter: as one goes to a document whose number is in a mail. */
const find = async (page: Page, number: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').last().fill(number)
  await page.getByRole('option').filter({ hasText: number }).first().click()
  await page.getByRole('tab', { selected: true }).filter({ hasText: number }).waitFor()
}
const button = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true }).locator('visible=true').first()
const dialog = (page: Page) => page.getByRole('dialog').last()
const confirm = async (page: Page, label: string): Promise<void> => {
  await dialog(page).getByRole('button', { name: label, exact: true }).click()
}
const submitHere = async (page: Page): Promise<void> => {
  await button(page, name('command.submit-for-approval')).click()
  await page.getByText(t('approvals.standing-pending')).locator('visible=true').first().waitFor()
}
const submitByApi = async (kind: ApprovalKind, document: { id: string; revision: number }): Promise<void> => {
  await people.purchaser.command('submit-for-approval', {
    id: newId(),
    kind,
    documentId: document.id,
    revision: document.revision,
    note: '',
  })
}
/** As screens write an amount. */
const moneyShown = ({ minor, currency }: Money): string => minorText(minor, currency).replaceAll(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
/** The manager sees it arrive on today's page, without reloading, and approves it there. */
const approveToday = async (number: string, looked = false): Promise<void> => {
  const page = window.manager
  await page.getByRole('navigation').getByText(name('query.today'), { exact: true }).click()
  const card = page
    .locator('section, article, li, div')
    .filter({ hasText: number })
    .filter({ has: page.getByRole('button', { name: name('command.approve'), exact: true }) })
  await card
    .last()
    .getByRole('button', { name: name('command.approve'), exact: true })
    .click()
  // Where money goes is looked at once more.
  if (looked) await confirm(page, name('command.approve'))
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

beforeAll(async () => {
  const address = await startOffice('--serve', '--port', '0', '--data', demoFolder(inject('demonstration'))).address
  people = {} as typeof people
  for (const user of ['boss', 'sales', 'purchaser', 'shipping', 'accountant'] as const) people[user] = await signIn(address, user)
  await managerDecides(people.boss)
  await setSwitches(people.boss, everySwitch)
  deal = await aDeal(people)
  const saved = await people.sales.command('save-sales-contract', deal.contract)
  contractNumber = saved.number
  await people.sales.command('sign-sales-contract', { id: saved.id, revision: saved.revision, signedOn: deal.today })
  for (const who of WINDOWS) {
    const opened = await startBrowser()
    window[who] = opened.page
    opened.page.on('pageerror', (error) => errors.push(`${who}: ${String(error)}`))
    await enter(opened.page, address, who)
  }
})
afterAll(async () => {
  await closeScreens()
  await endAll()
  removeFolders()
})

it('the salesperson submits the contract on its page; the manager finds it in today’s tasks; the salesperson sees the answer', async () => {
  await find(window.sales, contractNumber)
  await window.sales.getByText(t('approvals.standing-none')).locator('visible=true').first().waitFor()
  await submitHere(window.sales)
  await approveToday(contractNumber)
  await window.sales.getByText(t('approvals.standing-approved')).locator('visible=true').first().waitFor()
  await picture(window.sales, 'walk-contract-approved')
})

it('the accountant submits the deal’s profit estimate; the salesperson sees how it stands, and no figure', async () => {
  const { dealNumber } = await people.sales.query('deal-estimate', { dealId: deal.ids.deal })
  await find(window.sales, dealNumber)
  await window.sales.getByText(t('estimates.needed')).locator('visible=true').first().waitFor()
  const estimate = await people.accountant.command('save-profit-estimate', await estimateOf(people.accountant, deal))
  await find(window.accountant, estimate.number)
  await submitHere(window.accountant)
  await picture(window.accountant, 'walk-estimate')
  await approveToday(estimate.number)
  await window.sales
    .getByText(t('estimates.stands', { number: estimate.number, version: 1 }))
    .locator('visible=true')
    .first()
    .waitFor()
  await picture(window.sales, 'walk-deal-of-sales')
  const { result } = await people.accountant.query('profit-estimate', { id: estimate.id })
  const shown = await window.sales.locator('body').innerText()
  expect(shown).not.toContain(moneyShown(result.profit))
  expect(await window.accountant.locator('body').innerText()).toContain(moneyShown(result.profit))
})

it('the shipping clerk is told why nothing is booked, asks forwarders, chooses, and books once it is approved', async () => {
  const page = window.shipping
  const bought = await people.purchaser.command('save-purchase-contract', deal.purchase)
  const signed = await people.purchaser.command('sign-purchase-contract', {
    id: bought.id,
    revision: bought.revision,
    signedOn: deal.today,
  })
  await submitByApi('purchase-contract', signed)
  await approveToday(signed.number)
  const planned = await people.shipping.command('save-shipment', deal.shipment)
  await find(page, planned.number)
  const book = async () => {
    await button(page, name('command.book-shipment')).click()
    await dialog(page).getByLabel(name('field.bookingNumber')).fill('BK-WINDOW')
    await confirm(page, name('command.book-shipment'))
  }
  await book()
  await dialog(page)
    .getByText(t('refusal.freight-inquiry-needed', { shipment: planned.number, needed: 3 }))
    .waitFor()
  await picture(page, 'walk-booking-refused')
  await dialog(page)
    .getByRole('button', { name: t('freight.new-for-shipment') })
    .waitFor()
  await page.keyboard.press('Escape')
  await button(page, t('kit.dialog.discard')).click() // a number was typed
  let inquiry = await people.shipping.command('save-freight-inquiry', deal.inquiry)
  for (const [at, each] of [1800, 1950].entries())
    inquiry = await people.shipping.command('register-freight-quote', deal.quote(at, each, inquiry.revision))
  await find(page, inquiry.number)
  await page
    .getByText(t('freight.one-missing', { needed: 3, valid: 2 }))
    .locator('visible=true')
    .first()
    .waitFor()
  await picture(page, 'walk-one-more-quote')
  await people.shipping.command('register-freight-quote', deal.quote(2, 2100, inquiry.revision))
  await page
    .getByText(t('freight.one-missing', { needed: 3, valid: 2 }))
    .first()
    .waitFor({ state: 'detached' })
  // The cheapest is chosen in one step, and goes to its approval with it.
  await button(page, `${t('freight.choose')} ${CHEAPEST}`).click()
  await page.getByText(t('approvals.standing-pending')).locator('visible=true').first().waitFor()
  await picture(page, 'walk-freight-chosen')
  await approveToday(inquiry.number)
  await find(page, planned.number)
  await book()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await button(page, name('command.dispatch-shipment')).waitFor()
})

it('goods over the credit limit leave after an over-limit approval, asked for where it was refused', async () => {
  const page = window.shipping
  const dispatch = async () => {
    await button(page, name('command.dispatch-shipment')).click()
    await confirm(page, name('command.dispatch-shipment'))
  }
  await dispatch()
  await dialog(page).getByText('EUR 60,000.00').first().waitFor()
  await picture(page, 'walk-dispatch-refused')
  await dialog(page)
    .getByRole('button', { name: name('command.request-credit-override') })
    .click()
  await dialog(page).getByLabel(name('field.reason')).fill('insured buyer')
  await confirm(page, name('command.request-credit-override'))
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const { number } = await people.shipping.query('shipment', { id: deal.ids.shipment })
  await approveToday(number)
  await dispatch()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(async () => (await people.shipping.query('shipment', { id: deal.ids.shipment })).status).toBe('dispatched')
  await picture(page, 'walk-dispatched')
})

it('the accountant’s payment request is paid once it is approved', async () => {
  const { accountant } = people
  await accountant.command('post-bill', deal.bill)
  const request = await accountant.command('save-payment-request', await requestFor(accountant, deal, await payableOf(accountant, deal)))
  await find(window.accountant, request.number)
  await window.accountant.getByText(name('bank-details-state.none')).locator('visible=true').first().waitFor()
  await submitHere(window.accountant)
  // Nobody approves money for an account that no second person has confirmed: the details first, then the request.
  const { name: supplier, code } = await accountant.query('vendor', { id: deal.supplierId })
  await find(window.accountant, supplier)
  await submitHere(window.accountant)
  await picture(window.accountant, 'walk-bank-details')
  await approveToday(code, true)
  await window.accountant.getByText(t('approvals.standing-approved')).locator('visible=true').first().waitFor()
  await approveToday(request.number)
  await find(window.accountant, request.number)
  await window.accountant.getByText(t('approvals.standing-approved')).locator('visible=true').first().waitFor()
  await picture(window.accountant, 'walk-payment-request')
  expect(errors).toEqual([])
})
