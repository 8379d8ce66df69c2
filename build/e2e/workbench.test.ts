// My desktop in a real browser: arranged with the mouse and by keys, the same in another browser, given up again; and every ready-made desk for its role.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { accounts } from '../../main/demonstration/accounts.ts'
import { readyMadeWorkbench } from '../../main/modules/workbench/ready-made.ts'
import { minutes } from '../soak/rounds.ts'
import { signIn } from './support/client.ts'
import { accessibility, desk } from './support/desk.ts'
import { demoFolder, endAll, removeFolders, startOffice } from './support/office.ts'
import { closeScreens, picture } from './support/screens.ts'
import { wordsIn } from './support/words.ts'

const { t, name } = wordsIn.zh
const SMALL = [1366, 768] as const
let address: string
beforeAll(async () => {
  address = await startOffice('--serve', '--port', '0', '--data', demoFolder(inject('demonstration'))).address
})
afterAll(async () => {
  await closeScreens()
  await endAll()
  removeFolders()
})

/** Where each tile lies: `<id>` → column and row of the grid, from its own element. Runs in the page. */
const places = () =>
  Object.fromEntries(
    [...document.querySelectorAll<HTMLElement>('[data-tile]')].map((one) => {
      const { gridColumnStart, gridColumnEnd, gridRowStart, gridRowEnd } = getComputedStyle(one)
      return [one.dataset['tile'], `${gridColumnStart} ${gridColumnEnd} / ${gridRowStart} ${gridRowEnd}`]
    }),
  )
const box = async (page: Page, id: string) => (await page.locator(`[data-tile="${id}"]`).boundingBox())!
const look = (page: Page) => page.evaluate(accessibility, { frame: false })

it('[W30] [W39] a desk is arranged with the mouse and by keys, undone, saved, and is the same in another browser', {
  timeout: minutes(3),
}, async () => {
  const sales = await signIn(address, 'sales')
  const { page, errors, settled } = await desk(address, sales, 'zh', SMALL)
  const button = (words: string) => page.getByRole('button', { name: words, exact: true })
  await button(t('arrange.title')).click()
  const tile = (id: string) => page.locator(`[data-tile="${id}"] > [role=group]`)
  await tile('figure-receivable').waitFor()
  expect(await look(page)).toEqual([])
  const before = await page.evaluate(places)

  // By mouse: the third figure to the place of the first, which gives way downwards.
  const [from, to] = [await box(page, 'figure-receivable'), await box(page, 'figure-contracts-month')]
  await page.mouse.move(from.x + 40, from.y + 20)
  await page.mouse.down()
  await page.mouse.move(from.x - 100, from.y + 30, { steps: 4 })
  await page.mouse.move(to.x + 40, to.y + 20, { steps: 6 })
  await page.mouse.up()
  await expect.poll(() => page.evaluate(places)).toMatchObject({ 'figure-receivable': before['figure-contracts-month'] })
  // Its corner makes it wider.
  const wide = await box(page, 'figure-receivable')
  const corner = { x: wide.x + wide.width - 8, y: wide.y + wide.height - 8 }
  await page.mouse.move(corner.x, corner.y)
  await page.mouse.down()
  await page.mouse.move(corner.x + 90, corner.y, { steps: 5 })
  await page.mouse.up()
  await expect.poll(async () => (await box(page, 'figure-receivable')).width).toBeGreaterThan(wide.width + 50)

  // By keys: moved, sized, removed; each step is told, and the keyboard stays with the tile.
  await tile('note').focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(async () => (await page.evaluate(places))['note']).toMatch(/^8 /)
  await page.keyboard.press('Shift+ArrowLeft')
  await expect.poll(async () => (await page.evaluate(places))['note']).toMatch(/^8 span 3 /)
  expect(
    await page
      .getByRole('status')
      .filter({ hasText: name('tile.note') })
      .count(),
  ).toBe(1)
  await tile('list-offers-out').focus()
  await page.keyboard.press('Delete')
  await tile('list-offers-out').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+z')
  await tile('list-offers-out').waitFor()
  await page.keyboard.press('Control+y')
  await tile('list-offers-out').waitFor({ state: 'detached' })

  // Found by its name and added: it comes into the first room, and the keyboard goes to it.
  await button(t('arrange.add')).click()
  await page.getByRole('textbox', { name: t('arrange.search') }).fill(name('figure.customers-month'))
  expect(await look(page)).toEqual([])
  await page
    .getByRole('dialog')
    .getByRole('button', { name: name('figure.customers-month') })
    .click()
  const added = page.getByRole('group', { name: new RegExp(`^${name('figure.customers-month')}`) }).first()
  await added.waitFor()
  await expect.poll(() => added.evaluate((one) => one === document.activeElement)).toBe(true)
  await button(t('arrange.done')).click()
  await button(t('arrange.title')).waitFor()
  const arranged = await page.evaluate(places)
  await settled()
  await picture(page, 'workbench-arranged')
  expect(errors).toEqual([])

  const other = await desk(address, await signIn(address, 'sales'), 'zh', SMALL)
  await other.page.locator('[data-tile="figure-receivable"]').waitFor()
  expect(await other.page.evaluate(places)).toEqual(arranged)
  // Given up there: the desk of the role again, here too and without a reload.
  await other.page.getByRole('button', { name: t('arrange.title'), exact: true }).click()
  await other.page.getByRole('button', { name: t('arrange.reset'), exact: true }).click()
  await other.page
    .getByRole('dialog')
    .getByRole('button', { name: t('arrange.reset'), exact: true })
    .click()
  await page.locator('[data-tile="list-offers-out"]').waitFor()
  expect(await page.evaluate(places)).toEqual(before)
  expect([...errors, ...other.errors]).toEqual([])
})

it('[W31] what two windows arrange is not overwritten unseen', { timeout: minutes(2) }, async () => {
  const colleague = await signIn(address, 'sales2')
  const { page } = await desk(address, colleague, 'zh', SMALL)
  const button = (words: string) => page.getByRole('button', { name: words, exact: true })
  await button(t('arrange.title')).click()
  await page.locator('[data-tile="note"] > [role=group]').focus()
  await page.keyboard.press('Delete')
  const { revision, tiles } = await colleague.query('workbench', {})
  await colleague.command('save-workbench', { revision, tiles: tiles.slice(0, 3) })
  await page.locator('[data-tile="note"]').waitFor({ state: 'detached' })
  await button(t('arrange.done')).click()
  await page.getByRole('alert').filter({ hasText: /.+/ }).first().waitFor()
  expect((await colleague.query('workbench', {})).tiles).toHaveLength(3)
})

it.each(
  accounts
    .filter(({ user }) => user !== 'sales2')
    .map(({ user, role }, at) => ({ user, role, language: at % 2 === 0 ? ('zh' as const) : ('en' as const) })),
)(
  '[W34] the ready-made desk of the role $role has no error and is read by everybody',
  { timeout: minutes(2) },
  async ({ user, role, language }) => {
    const { page, errors, settled } = await desk(address, await signIn(address, user), language, SMALL)
    const words = wordsIn[language]
    const expected = readyMadeWorkbench(role).map(({ id }) => id)
    const shown = page.locator('[data-tile]')
    await expect.poll(() => shown.count()).toBe(expected.length)
    await settled()
    // Nothing is left waiting, and nothing says that it failed or is not there.
    await expect.poll(() => page.locator('[data-tile] [aria-busy=true]').count()).toBe(0)
    for (const wrong of ['tile.not-here', 'home.failed'] as const)
      expect([wrong, await page.getByText(words.t(wrong)).count()]).toEqual([wrong, 0])
    expect(await page.locator('[data-tile] [role=alert]').count()).toBe(0)
    expect(await look(page)).toEqual([])
    expect(errors).toEqual([])
  },
)

it('[W40] in a narrow window the tiles stand in one column, and at half as large again in six; nothing is wider than the page', {
  timeout: minutes(2),
}, async () => {
  const { page } = await desk(address, await signIn(address, 'boss'), 'zh', [520, 900])
  await page.locator('[data-tile="today"]').waitFor()
  const lefts = () =>
    page.evaluate(() => [
      ...new Set([...document.querySelectorAll('[data-tile]')].map((one) => Math.round(one.getBoundingClientRect().left))),
    ])
  await expect.poll(async () => (await lefts()).length).toBe(1)
  // What scrolls sideways is the page or a box in it: the window itself is cut off.
  const fits = () =>
    page.evaluate(() => {
      const panel = [...document.querySelectorAll('[role=tabpanel]')].find((one) => one.getBoundingClientRect().width > 0)!
      const boxes = [document.documentElement, panel, ...panel.querySelectorAll(':scope > *, :scope > * > *')]
      const { right } = panel.getBoundingClientRect()
      const tiles = [...panel.querySelectorAll('[data-tile]')]
      return (
        boxes.every((box) => box.scrollWidth <= box.clientWidth + 1) && tiles.every((tile) => tile.getBoundingClientRect().right <= right)
      )
    })
  expect(await fits()).toBe(true)
  await page.setViewportSize({ width: 911, height: 512 })
  // Of six columns: tiles of two begin at the first, third and fifth, those of three at the first and fourth.
  await expect.poll(async () => (await lefts()).length).toBe(4)
  expect(await fits()).toBe(true)
})
