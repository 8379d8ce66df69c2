// Lists in a real browser: what they are opened for is in sight in a small window, the first column stays, a low window keeps its rows; and names in English.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { accounts } from '../../main/demonstration/accounts.ts'
import { readyMadeRoles } from '../../main/modules/people/seeds.ts'
import type { ListAnswer, ListSpec } from '../../preload/contract/define/index.ts'
import { queries } from '../../preload/contract/queries.ts'
import { signIn, type Client } from './support/client.ts'
import { demoFolder, endAll, removeFolders, startOffice } from './support/office.ts'
import { closeScreens, picture, startBrowser } from './support/screens.ts'

let address: string
let boss: Client
beforeAll(async () => {
  address = await startOffice('--serve', '--port', '0', '--data', demoFolder(inject('demonstration'))).address
  boss = await signIn(address, 'boss')
})
afterAll(async () => {
  await closeScreens()
  await endAll()
  removeFolders()
})

const desk = async (language: 'zh' | 'en', width: number, height: number): Promise<Page> => {
  const { page } = await startBrowser(language === 'zh' ? 'zh-CN' : 'en-US')
  await boss.command('choose-language', { language })
  await page.addInitScript((token) => sessionStorage.setItem('tradewind.token', token), boss.token)
  await page.setViewportSize({ width, height })
  return page
}
const FIRST_ROW = '[role=tabpanel]:visible [role=grid] [role=row][data-id]'
/** In the window that is open; the list of before has gone from it. */
const show = async (page: Page, route: string) => {
  const inFront = async () => (await page.locator('[role=tab][aria-selected=true]').allTextContents()).join()
  const before = await inFront()
  await page.goto(`${address}/#/${route}`)
  await expect.poll(inFront).not.toBe(before)
  await page.locator(FIRST_ROW).first().waitFor()
}
const columnAt = (page: Page, field: string) =>
  page.locator(`[role=tabpanel]:visible [role=columnheader][data-field="${field}"]`).boundingBox()

/** What each list is opened for. */
const MATTERS = [
  ['deal-profits', 'profit'],
  ['factory-performance', 'purchased'],
  ['estimate-variances', 'variance'],
  ['bank-accounts', 'balance'],
  ['trial-balance', 'closingCredit'],
  ['shipments', 'billOfLadingNumber'],
] as const

it.each(['zh', 'en'] as const)(
  '[Q25] what a list is opened for is in sight at 1366 × 768, its figures whole, and the first column stays (%s)',
  async (language) => {
    const page = await desk(language, 1366, 768)
    for (const [route, field] of MATTERS) {
      await show(page, route)
      const inSight = async () => {
        const box = await columnAt(page, field)
        return [route, field, box !== null && box.x >= 0 && box.x + box.width <= 1366]
      }
      await expect.poll(inSight).toEqual([route, field, true])
      // Nobody reads half a figure or half a day, in whichever type the machine has.
      const cut = () =>
        page.locator(`${FIRST_ROW} [role=gridcell]`).evaluateAll((cells) =>
          cells
            .filter((cell) => cell.matches('.MuiDataGrid-cell--textRight') || /^\d{4}-\d\d-\d\d$/.test(cell.textContent ?? ''))
            .filter((cell) => [cell, ...cell.querySelectorAll('*')].some((box) => box.scrollWidth > box.clientWidth && box.clientWidth > 0))
            .map((cell) => cell.textContent),
        )
      await expect.poll(cut).toEqual([])
    }
    await show(page, 'sales-contracts')
    const scroller = page.locator('[role=tabpanel]:visible .MuiDataGrid-virtualScroller')
    const first = page.locator(`${FIRST_ROW} .fixed-column`).first()
    const before = await first.boundingBox()
    expect(before).not.toBeNull()
    await page.setViewportSize({ width: 900, height: 768 })
    // It may be drawn anew for the smaller window, and then stands at its left again.
    const scrolled = async () => {
      await scroller.evaluate((box) => box.scrollTo({ left: 5000 }))
      return scroller.evaluate((box) => box.scrollLeft)
    }
    await expect.poll(scrolled).toBeGreaterThan(100)
    if (language === 'en') await page.emulateMedia({ colorScheme: 'dark' })
    const stays = async () => {
      const [after, panel] = [await first.boundingBox(), await scroller.boundingBox()]
      return [Math.round(after!.x - panel!.x) < 60, after!.x >= panel!.x]
    }
    await expect.poll(stays).toEqual([true, true])
    await picture(page, `list-scrolled-${language}`)
  },
)

it('[Q26] a list keeps at least eight rows at 200 % of a small screen, of 24 to 28 pixels', async () => {
  const page = await desk('zh', 683, 384)
  // The last three are asked for a day or period of their own.
  for (const route of ['sales-contracts', 'customers', 'shipments', 'deals', 'deal-profits', 'estimate-variances', 'trial-balance']) {
    await show(page, route)
    const wholeRows = async () => {
      const panel = (await page.locator('[role=tabpanel]:visible .MuiDataGrid-virtualScroller').boundingBox())!
      const rows = await page
        .locator(FIRST_ROW)
        .evaluateAll((all) => all.map((row) => row.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })))
      const whole = rows.filter(({ top, bottom }) => top >= panel.y - 1 && bottom <= Math.min(panel.y + panel.height, 384) + 1)
      return [route, whole.length >= 8, whole.every(({ top, bottom }) => bottom - top >= 24 && bottom - top <= 28)]
    }
    await expect.poll(wholeRows).toEqual([route, true, true])
  }
})

it('[Q32] no list shows a person or ready-made role by their Chinese name to an English reader', async () => {
  await boss.command('choose-language', { language: 'en' })
  const chinese = new Set([...accounts.filter((a) => a.user !== 'boss').map((a) => a.name), ...readyMadeRoles.map((r) => r.name)])
  const wrong: string[] = []
  for (const [name, spec] of Object.entries(queries)) {
    if (spec.kind !== 'list' || !(spec as ListSpec).params.safeParse({}).success) continue
    const { answer } = await boss.send(`query/${name}`, { params: {}, limit: 100 })
    if (!answer.ok) continue
    for (const row of (answer.value as ListAnswer).rows)
      for (const [field, cell] of Object.entries(row))
        if (typeof cell === 'string' && [...chinese].some((one) => cell.split(/[,、] */).includes(one)))
          wrong.push(`${name}.${field}: ${cell}`)
  }
  expect([...new Set(wrong)]).toEqual([])
  await boss.command('choose-language', { language: 'zh' })
})
