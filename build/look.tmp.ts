import { chromium } from 'playwright-core'
import { signIn } from './e2e/support/client.ts'
const address = 'http://127.0.0.1:41001'
const boss = await signIn(address, 'boss')
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })).newPage()
page.on('console', (m) => m.type() === 'error' && console.log('console', m.text()))
page.on('pageerror', (e) => console.log('pageerror', e.message))
await page.addInitScript((token) => sessionStorage.setItem('tradewind.token', token), boss.token)
await page.goto(address)
await page.locator('nav [data-nav]').first().waitFor()
const shot = (n: string) => page.screenshot({ path: `/tmp/shots/${n}.png` })
const open = async (name: string) => {
  const folded = page.locator('nav [aria-expanded="false"]')
  while ((await folded.count()) > 0) await folded.first().click()
  await page.locator('nav').getByText(name, { exact: true }).first().click()
}
const step = process.argv[2]
if (step === '1') {
  await open('徽标、印章和签名')
  await page.waitForTimeout(1500)
  await shot('pictures-empty')
  await page.getByRole('button', { name: '添加图片' }).click()
  await page.locator('input[type=file]').setInputFiles('/tmp/seal.png')
  await page.waitForTimeout(1500)
  await shot('picture-dialog')
  await page.getByLabel('名称').fill('合同专用章')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.waitForTimeout(1500)
  await shot('pictures')
}
if (step === '2') {
  const { rows } = await boss.query('sales-contracts' as never, { limit: 50 } as never) as never as { rows: Record<string, string>[] }
  const one = rows.find((r) => r['status'] === 'signed') ?? rows[0]!
  await page.goto(`${address}/#/sales-contract?id=${one['id']}`)
  await open('外销合同')
  await page.waitForTimeout(1500)
  const cell = page.locator('[role=tabpanel]:visible [role=grid] [role=row][data-id] [role=gridcell]:not([data-field=__check__])').first()
  await cell.click(); await page.keyboard.press('Enter')
  await page.waitForTimeout(2500)
  await page.keyboard.press('Control+p')
  await page.waitForTimeout(4000)
  await shot('papers')
  await page.getByRole('button', { name: '签发存档…' }).click()
  await page.waitForTimeout(1200)
  await shot('issue-dialog')
  const box = page.getByRole('dialog').last()
  const combo = box.getByRole('combobox').first()
  if (await combo.count()) { await combo.click(); await page.waitForTimeout(300); await page.getByRole('option', { name: '合同专用章' }).click() }
  const why = box.locator('textarea[data-field=reason]')
  if (await why.count()) await why.fill('客户催得急，先发一份')
  await page.keyboard.press('Control+Enter')
  await page.waitForTimeout(4000)
  await shot('issued')
}
if (step === '3') {
  await open('单据模板')
  await page.waitForTimeout(1500)
  await shot('templates')
  await page.getByRole('button', { name: '外销合同 英文', exact: true }).click()
  await page.waitForTimeout(4000)
  await shot('template')
  await page.locator('[role=tabpanel]:visible').getByLabel('标题').first().fill('ORDER CONFIRMATION')
  await page.waitForTimeout(3000)
  await page.keyboard.press('Control+s')
  await page.waitForTimeout(2500)
  await shot('template-saved')
  await page.getByText('表格的列').scrollIntoViewIfNeeded()
  await page.waitForTimeout(500)
  await shot('template-columns')
  await page.getByText('历次版本').scrollIntoViewIfNeeded()
  await page.waitForTimeout(500)
  await shot('template-form')
}
await browser.close()
