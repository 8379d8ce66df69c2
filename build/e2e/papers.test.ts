// Papers in a real browser at a real office: a seal is kept, a contract is issued with it, and the very same bytes are there again; a template changes what is printed.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aPng } from '../../main/testing/png.ts'
import { switchesOff } from '../../preload/contract/modules/people/calls.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { papersWords } from '../../renderer/modules/papers/words.ts'
import { type Client, setSwitches, signIn } from './support/client.ts'
import { demoFolder, endAll, removeFolders, startOffice } from './support/office.ts'
import { closeScreens, picture, startBrowser } from './support/screens.ts'
import { signInOn } from './support/sign-in-page.ts'
import { wordsIn } from './support/words.ts'

const { t, name } = wordsIn.zh
const own = papersWords.zh.t

let boss: Client
let accountant: Client
let page: Page
let errors: string[]
let contract: { id: string; number: string }
beforeAll(async () => {
  const address = await startOffice('--serve', '--port', '0', '--data', demoFolder(inject('demonstration'))).address
  boss = await signIn(address, 'boss')
  accountant = await signIn(address, 'accountant')
  // Approved or not is another matter: signed is in force here.
  await setSwitches(boss, { ...switchesOff, selfApproval: true })
  const { rows } = await boss.query('sales-contracts', { limit: 60 })
  const signed = rows.find((row) => row['status'] === 'signed')!
  contract = { id: signed.id, number: String(signed['number']) }
  ;({ page, errors } = await startBrowser())
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto(address)
  await signInOn(page)
})
afterAll(async () => {
  await closeScreens()
  await endAll()
  removeFolders()
})

const open = async (what: string) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText(what)
  await page.getByRole('option', { name: what }).first().waitFor()
  await page.keyboard.press('Enter')
}

test('[PA20] [PA21] a contract is issued with a seal, and its bytes are those that were kept', { timeout: 120_000 }, async () => {
  await open(name('query.paper-pictures'))
  await page.getByRole('button', { name: own('papers.add-picture') }).click()
  await page
    .locator('input[type=file][accept^=image]')
    .setInputFiles({ name: '合同专用章.png', mimeType: 'image/png', buffer: aPng(240, 240) })
  await page.getByRole('dialog').locator('img').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: '合同专用章' }).waitFor()

  await open(contract.number)
  await page.getByRole('button', { name: t('papers.button'), exact: true }).waitFor()
  await page.keyboard.press('Control+p')
  const dialog = page.getByRole('dialog')
  await dialog.locator('canvas').first().waitFor()
  await dialog.getByRole('button', { name: t('papers.issue-open') }).click()
  await page.getByRole('combobox', { name: name('paper-picture-use.seal') }).click()
  await page.getByRole('option', { name: '合同专用章' }).click()
  await page.keyboard.press('Control+Enter')
  const issued = dialog.getByRole('list', { name: t('papers.issued-title') })
  await issued.getByText('#1').waitFor()
  await picture(page, 'papers-issued')
  const saved = page.waitForEvent('download')
  await dialog.getByRole('button', { name: t('papers.save-pdf') }).click()
  const bytes = readFileSync(await (await saved).path())
  const [kept] = await boss.query('issued-papers', { recordKind: 'sales-contract', recordId: contract.id })
  expect(kept).toMatchObject({ seal: '合同专用章', issue: 1 })
  const { sha256 } = await boss.query('issued-paper', { id: kept!.id })
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
  await page.keyboard.press('Escape')
})

test('[PA17] a vendor`s statement is asked for by Ctrl+P on the vendor`s page, for the days that are typed, and issued', {
  timeout: 120_000,
}, async () => {
  const { rows } = await boss.query('party-balances', { params: { side: 'payable', partyKind: 'factory' }, limit: 1 })
  const factory = await boss.query('vendor', { id: String(rows[0]!['partyId']) })
  await open(factory.name)
  await page.getByRole('button', { name: t('papers.button'), exact: true }).waitFor()
  await page.keyboard.press('Control+p')
  const dialog = page.getByRole('dialog')
  await dialog.getByText(name('paper.factory-statement')).waitFor()
  await dialog.getByRole('textbox', { name: name('field.from') }).fill('2026-01-01')
  await page.keyboard.press('Tab')
  await dialog.locator('canvas').first().waitFor()
  await picture(page, 'vendor-statement')
  await dialog.getByRole('button', { name: t('papers.issue-open') }).click()
  await page.keyboard.press('Control+Enter')
  await dialog
    .getByRole('list', { name: t('papers.issued-title') })
    .getByText('#1')
    .waitFor()
  const [kept] = await boss.query('issued-papers', { recordKind: 'vendor', recordId: factory.id })
  expect(kept).toMatchObject({ paper: 'factory-statement', issue: 1, fileName: expect.stringMatching(/^SOA-/) })
  await page.keyboard.press('Escape')
})

test('Ctrl+P in a list opens the papers of the row with the focus', { timeout: 90_000 }, async () => {
  await open(name('list.sales-contracts'))
  const row = page.locator('[role=tabpanel]:visible [role=row][data-id]').first()
  await row.locator('[data-field=contractDate]').click()
  await page.keyboard.press('Control+p')
  const dialog = page.getByRole('dialog')
  await dialog.locator('canvas').first().waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('[PA22] a template is changed beside the paper it makes', { timeout: 120_000 }, async () => {
  await open(name('query.paper-templates'))
  await page.getByRole('button', { name: new RegExp(`^${name('paper.sales-contract')} ${name('paper-language.en')}`) }).click()
  const title = page.getByRole('textbox', { name: name('field.titles'), exact: true })
  await title.fill('ORDER CONFIRMATION')
  // PA30. What is selected becomes bold by its key, and the paper beside it shows so.
  const before = page.locator('[data-field="textBefore.en"]:visible')
  await before.fill('Dear Sirs,')
  await before.press('Control+a')
  await before.press('Control+b')
  await expect.poll(() => before.inputValue()).toBe('**Dear Sirs,**')
  await page.locator('canvas:visible').first().waitFor()
  await picture(page, 'paper-template')
  await page.keyboard.press('Control+s')
  await page.getByText(own('papers.version-line', { n: 1, at: '', who: '' }).split('·')[0]!.trim()).waitFor()
  const { settings } = await boss.query('paper-template', { paper: 'sales-contract', language: 'en' })
  expect(settings.titles.en).toBe('ORDER CONFIRMATION')
  expect(settings.textBefore.en).toBe('**Dear Sirs,**')
  // What was issued before is as it was; what is printed now is not.
  expect(await boss.query('changed-papers', { recordKind: 'sales-contract', recordId: contract.id })).toEqual([])
  expect(errors).toEqual([])
})

/** An account of ours, entered by the accountant and confirmed by the boss. */
const confirmedAccount = async (code: string, accountName: string, currency: string): Promise<void> => {
  const [id, approval] = [newId(), newId()]
  const bank = { bankName: 'BANK OF CHINA NINGBO', accountNumber: code, swift: 'BKCHCNBJ92A' }
  const opened = { openedOn: '2026-01-01', openingBalance: 0, openingRate: '7.1' }
  await accountant.command('create-bank-account', { id, code, name: accountName, ...bank, currency, active: true, ...opened })
  await accountant.command('submit-for-approval', { id: approval, kind: 'own-bank-details', documentId: id, revision: 1, note: '' })
  const { revision, contentHash } = await boss.query('approval', { id: approval })
  await boss.command('approve', { id: approval, expect: { revision, contentHash }, note: '' })
}

test('[C27] the account that the buyer pays to is chosen on the contract among the confirmed ones', { timeout: 120_000 }, async () => {
  await setSwitches(boss, { ...switchesOff, selfApproval: true, approveBankDetails: true })
  const { rows } = await boss.query('sales-contracts', { limit: 200 })
  const { id } = rows.find((row) => row['status'] === 'draft')!
  const { currency, number } = await boss.query('sales-contract', { id })
  await confirmedAccount('91-1', '中国银行宁波分行', currency)
  await confirmedAccount('91-2', '宁波银行鄞州支行', currency)
  await open(number)
  const field = page.getByRole('combobox', { name: name('field.sales-contract.bankAccountId') })
  await field.scrollIntoViewIfNeeded()
  await field.click()
  await page.getByRole('option', { name: '宁波银行鄞州支行', exact: true }).waitFor()
  await picture(page, 'payment-account')
  await page.getByRole('option', { name: '宁波银行鄞州支行', exact: true }).click()
  await page.keyboard.press('Control+s')
  await expect.poll(async () => (await boss.query('sales-contract', { id })).bankAccountName).toBe('宁波银行鄞州支行')
  await page.getByRole('button', { name: t('papers.button'), exact: true }).waitFor()
  await picture(page, 'payment-account-chosen')
  expect(errors).toEqual([])
})
