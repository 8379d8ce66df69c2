// [W26] Every dialog that a button of a page or of a record opens, those of new records and what the shell opens: nothing that axe calls critical or
// serious, and Esc leaves it. The suite goes to some pages that open many, presses each button once by its name, and has each dialog in both languages;
// `npm run soak` presses all of them everywhere, in both.
import { afterAll, beforeAll, expect, inject, it, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Words } from '../../renderer/words/index.ts'
import { wordsIn } from './support/words.ts'
import { minutes, rounds, soaking } from '../soak/rounds.ts'
import { DEMONSTRATION_PASSWORD } from '../../main/demonstration/accounts.ts'
import { signIn } from './support/client.ts'
import { accessibility, desk } from './support/desk.ts'
import { demoFolder, endAll, removeFolders, startOffice } from './support/office.ts'
import { dialogWalk, leaveAll } from './support/pressed.ts'
import { closeScreens, picture } from './support/screens.ts'

const languages = soaking ? (['zh', 'en'] as const) : (['zh'] as const)
/** Where the suite presses buttons: pages that open dialogs of their own, or records that do. What the home page begins has a test of its own. */
const PAGES = [
  ...['list.contract-register', 'list.quotation-lines', 'list.freight-quotes', 'list.transfers'],
  ...['list.exchange-rates', 'menu.departments', 'list.backups', 'query.paper-pictures', 'list.receivables'],
] as const
const bothWords = [wordsIn.zh, wordsIn.en]
/** Stands behind what is open: a press of the mouse does not come to it. */
const SWITCH = bothWords.map(({ t }) => `header button[aria-label$="${t('top.language')}"]`).join(', ')
/** Dialogs and menus. */
const OVER = '.MuiModal-root:not([aria-hidden=true]) .MuiPaper-root'
/** The least that a walk must meet: fewer, and it no longer presses what it should. */
const LEAST = rounds(6, 35)

let address: string
beforeAll(async () => {
  address = await startOffice('--serve', '--port', '0', '--data', demoFolder(inject('demonstration'))).address
})
afterAll(async () => {
  await closeScreens()
  await endAll()
  removeFolders()
})

/** What axe finds in whatever lies over the page; outside a soak also in the other language, to which the page is switched behind it. */
const looking = (page: Page, settled: () => Promise<void>, language: 'zh' | 'en') => {
  const wrong: string[] = []
  const once = async (what: string, colours: boolean) => {
    await settled()
    const found = await page.evaluate(accessibility, { inside: OVER, colours })
    if (found.length > 0) await picture(page, `dialogs-${language}-${wrong.length}`)
    wrong.push(...found.map((one) => `${what}: ${one}`))
  }
  const other = () => page.locator(SWITCH).evaluate((button: HTMLElement) => button.click())
  const look = async (what: string) => {
    await once(what, true)
    if (soaking) return
    await other()
    await once(`${what}, in the other language`, false)
    await other()
    await settled()
  }
  return { wrong, look, once, other }
}

it.each(languages)(
  '[W26] every dialog in %s: axe finds nothing critical or serious in it, and Esc leaves it',
  { timeout: minutes(10) },
  async (language) => {
    const { page, settled, drawn } = await desk(address, await signIn(address, 'boss'), language, [1440, 900])
    const { wrong, look } = looking(page, settled, language)
    const walk = dialogWalk({ page, drawn }, language, soaking)
    const folded = page.locator('nav [aria-expanded="false"]')
    while ((await folded.count()) > 0) await folded.first().click()
    const entries = page.locator('nav [data-nav]:not([aria-expanded])')
    const names = await entries.allTextContents()
    const wanted = soaking ? names : PAGES.map((page) => wordsIn[language].name(page))
    expect(wanted.filter((name) => !names.includes(name))).toEqual([])
    for (const [at, name] of names.entries()) {
      if (!wanted.includes(name)) continue
      await entries.nth(at).click()
      await settled()
      const cell = page
        .locator('[role=tabpanel]:visible [role=grid] [role=row][data-id] [role=gridcell]:not([data-field=__check__])')
        .first()
      const rows = at > 0 && (await cell.count()) > 0
      if (rows) await cell.click()
      await walk.pressAll(name, look)
      // What a button has asked for may still be on its way, and so may a record on a busy machine; where there is none, it is waited for in vain.
      await settled()
      const tabs = await page.locator('[role=tab]').count()
      if (rows && (await cell.count()) > 0) {
        await cell.click()
        await page.keyboard.press('Enter')
        const opening = page.locator('[role=dialog]').or(page.locator('[role=tab]').nth(tabs)).first()
        await opening.waitFor({ timeout: 3000 }).catch(() => undefined)
        await settled()
        if ((await page.locator('[role=tab]').count()) > tabs) {
          await walk.pressAll(`${name} › the first one`, look)
          await walk.closeTab()
        } else await page.keyboard.press('Escape')
      }
      await walk.closeTab()
    }
    // What would be found is found.
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<div role="dialog" aria-label="x"><button></button></div>'))
    expect((await page.evaluate(accessibility, { inside: '[role=dialog]' })).join()).toContain('button-name')
    expect([...wrong, ...walk.stuck]).toEqual([])
    expect(walk.met.size).toBeGreaterThanOrEqual(LEAST)
  },
)

/** What the shell and the lists open that no button of a page does: how, and whether Esc leaves it. */
const opened: [what: string, open: (page: Page, words: Words) => Promise<void>][] = [
  ['the search', (page) => page.keyboard.press('Control+k')],
  ['the keys', (page) => page.keyboard.press('F1')],
  ['the bell', (page) => page.locator('header [aria-haspopup=menu]').first().click()],
  ['the appearance', (page, { t }) => page.getByRole('button', { name: t('top.theme') }).click()],
  ['all tabs', (page, { t }) => page.getByRole('button', { name: t('tabs.all') }).click()],
  ['the menu of the user', (page) => page.locator('header [aria-haspopup=menu]').last().click()],
  ...(['user.change-password', 'user.shortcuts', 'user.about'] as const).map((key): (typeof opened)[number] => [
    key,
    async (page, { t }) => {
      await page.locator('header [aria-haspopup=menu]').last().click()
      await page.getByRole('menuitem', { name: t(key), exact: true }).click()
    },
  ]),
  ...(['kit.columns.title', 'kit.density', 'kit.view.title', 'kit.filter.add'] as const).map((key): (typeof opened)[number] => [
    `a list: ${key}`,
    (page, { t }) =>
      page
        .locator('[role=tabpanel]:visible')
        .getByRole('button', { name: t(key), exact: true })
        .click(),
  ]),
  [
    'a list: its period, by one of several dates',
    (page, { t }) =>
      page
        .locator('[role=tabpanel]:visible')
        .getByRole('button', { name: t('kit.period.any') })
        .click(),
  ],
  [
    'a list: keeping a view',
    async (page, { t }) => {
      await page
        .locator('[role=tabpanel]:visible')
        .getByRole('button', { name: t('kit.view.title'), exact: true })
        .click()
      await page.getByRole('menuitem', { name: t('kit.view.save-new'), exact: true }).click()
    },
  ],
]

test('[W26] what the shell and the lists open: axe finds nothing critical or serious in it, and Esc leaves it', {
  timeout: minutes(5),
}, async () => {
  const { page, settled } = await desk(address, await signIn(address, 'boss'), 'zh', [1440, 900])
  const { wrong, look, once, other } = looking(page, settled, 'zh')
  await page.locator('nav [data-nav]').getByText(wordsIn.zh.name('list.sales-contracts'), { exact: true }).last().click()
  await settled()
  for (const language of ['zh', 'en'] as const) {
    for (const [what, open] of opened) {
      await open(page, wordsIn[language])
      await page.locator(OVER).first().waitFor()
      await once(`${what} (${language})`, language === 'zh')
      await leaveAll(page, language)
      if ((await page.locator(OVER).count()) > 0) wrong.push(`${what} (${language}) is not left by Esc`)
    }
    await other()
    await settled()
  }
  // The lock is left by the password alone.
  await page.locator('header [aria-haspopup=menu]').last().click()
  await page.getByRole('menuitem', { name: wordsIn.zh.t('user.lock'), exact: true }).click()
  await page.locator('[role=dialog] input[type=password]').waitFor()
  await look('the lock')
  await page.keyboard.press('Escape')
  await settled()
  expect(await page.locator('[role=dialog] input[type=password]').count()).toBe(1)
  await page.locator('[role=dialog] input[type=password]').fill(DEMONSTRATION_PASSWORD)
  await page.keyboard.press('Enter')
  await page.locator('[role=dialog]').waitFor({ state: 'detached' })
  expect(wrong).toEqual([])
})

test('[W26] dialogs of new records: axe finds nothing critical or serious in them, and Esc leaves them', {
  timeout: minutes(5),
}, async () => {
  const { page, settled, drawn } = await desk(address, await signIn(address, 'boss'), 'zh', [1440, 900])
  const { wrong, look } = looking(page, settled, 'zh')
  const walk = dialogWalk({ page, drawn }, 'zh', soaking)
  const { t, name } = wordsIn.zh
  await page.locator('[role=tab]').first().click()
  await settled()
  const begin = page.getByRole('button', { name: t('home.start'), exact: true })
  await begin.click()
  const forms = await page.getByRole('menuitem').allTextContents()
  await page.keyboard.press('Escape')
  for (const form of forms) {
    // What a button has opened may have left another tab in front.
    await page.locator('[role=tab]').first().click()
    await begin.click()
    await page.getByRole('menuitem').getByText(form, { exact: true }).click()
    // Not the home page any more; some of what it begins, such as the revaluation, has no fields.
    await expect.poll(() => page.locator('[role=tab]').first().getAttribute('aria-selected')).toBe('false')
    await settled()
    await walk.pressAll(form, look)
    await walk.pressField('paymentTerm', form, look)
    await walk.closeTab()
  }
  expect([...wrong, ...walk.stuck]).toEqual([])
  expect([...walk.met]).toEqual(expect.arrayContaining([name('field.paymentTerm')]))
})
