// Files in a real browser at a real office: chosen and dropped on a record, looked at, saved as they were sent, found by what they say, and in the register.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { drawnPdf } from '../../main/demonstration/files/drawn-pdf.ts'
import { filesPagesWords } from '../../renderer/modules/files/words.ts'
import { type Client, signIn } from './support/client.ts'
import { demoFolder, endAll, removeFolders, startOffice } from './support/office.ts'
import { closeScreens, picture, startBrowser } from './support/screens.ts'
import { signInOn } from './support/sign-in-page.ts'
import { wordsIn } from './support/words.ts'

const { t, name } = wordsIn.zh
const SCAN = { name: '双签合同 扫描.pdf', bytes: drawnPdf('外销合同', ['双方同意按附件包装方案执行', 'signed by both'], 77) }

let boss: Client
let page: Page
let errors: string[]
let contract: { id: string; number: string }
beforeAll(async () => {
  const address = await startOffice('--serve', '--port', '0', '--data', demoFolder(inject('demonstration'))).address
  boss = await signIn(address, 'boss')
  const { rows } = await boss.query('contract-register', { params: { missingOnly: true }, search: 'SC', limit: 1 })
  contract = { id: rows[0]!.id, number: String(rows[0]!['number']) }
  const browser = await startBrowser()
  ;({ page, errors } = browser)
  await page.goto(address)
  await signInOn(page)
})
afterAll(async () => {
  await closeScreens()
  await endAll()
  removeFolders()
})

const palette = async (text: string) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText(text)
}
const inDialog = () => page.getByRole('dialog')
const hangs = (file: string) => page.locator('li', { hasText: file }).first()

test('[FI4] [FI11] a scan that is chosen is looked at, and saved byte by byte as it was', async () => {
  await palette(contract.number)
  await page.getByRole('option', { name: contract.number }).first().waitFor()
  await page.keyboard.press('Enter')
  const chooser = page.locator('input[data-files="sales-contract"]')
  await chooser.waitFor({ state: 'attached' })
  await chooser.setInputFiles({ name: SCAN.name, mimeType: 'application/pdf', buffer: SCAN.bytes })
  await hangs(SCAN.name).waitFor()
  await hangs(SCAN.name).getByRole('button', { name: SCAN.name }).first().click()
  await inDialog().locator('canvas').first().waitFor()
  await picture(page, 'files-preview')
  const saved = page.waitForEvent('download')
  await inDialog()
    .getByRole('button', { name: t('files.download') })
    .click()
  expect(readFileSync(await (await saved).path()).equals(SCAN.bytes)).toBe(true)
  await page.keyboard.press('Escape')
  await inDialog().waitFor({ state: 'detached' })
})

test('[FI4] a file that is dropped anywhere on the page hangs on its record', async () => {
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['唛头 marks'], '唛头.txt', { type: 'text/plain' }))
    return transfer
  })
  for (const event of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('main', event, { dataTransfer: dropped })
  await hangs('唛头.txt').waitFor()
})

test('[FI24] it is found by what it says, and opens where it hangs', { timeout: 90_000 }, async () => {
  // Its text is read some moments after it came.
  const found = () => boss.query('find-in-files', { text: '包装方案', limit: 1 })
  await expect.poll(found, { timeout: 60_000 }).toMatchObject([{ name: SCAN.name }])
  await palette('包装方案')
  await page.getByRole('option', { name: SCAN.name }).waitFor()
  await picture(page, 'files-found')
  await page.getByRole('option', { name: SCAN.name }).click()
  await inDialog().locator('canvas').first().waitFor()
  await page.keyboard.press('Escape')
})

test('[FI20] the register has it as the scan of its contract', async () => {
  await page.getByRole('navigation').getByText(name('list.contract-register'), { exact: true }).click()
  const row = page.getByRole('row', { name: contract.number })
  await row.getByText(name('scan-state.there')).waitFor()
  await row.getByRole('button', { name: SCAN.name }).click()
  await inDialog().locator('canvas').first().waitFor()
  await page.keyboard.press('Escape')
  await row.getByRole('checkbox').click()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: filesPagesWords.zh.t('register.archives') }).click()
  const archive = readFileSync(await (await saved).path())
  expect([archive.subarray(0, 2).toString(), archive.length > SCAN.bytes.length]).toEqual(['PK', true])
  expect(errors).toEqual([])
})
