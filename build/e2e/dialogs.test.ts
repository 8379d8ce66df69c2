// [W26] Every dialog that a button of a page, of a record or of a new record opens: nothing that axe calls critical or serious, and Esc leaves it. The
// suite presses each button once, by its name, in one language and for a minute; `npm run soak` presses all of them everywhere, in both.
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { minutes, rounds, soaking } from '../soak/rounds.ts'
import { signIn } from './support/client.ts'
import { accessibility, desk } from './support/desk.ts'
import { demoFolder, endAll, removeFolders, startOffice } from './support/office.ts'
import { dialogWalk } from './support/pressed.ts'
import { closeScreens, picture } from './support/screens.ts'

const languages = soaking ? (['zh', 'en'] as const) : (['zh'] as const)
/** The suite walks as far as it comes in this time, some forty dialogs on a quiet machine. */
const ENOUGH_MS = rounds(60_000, 3_600_000)
/** The least that a walk must meet: fewer, and it no longer presses what it should. */
const LEAST = rounds(3, 35)

let address: string
beforeAll(async () => {
  address = await startOffice('--serve', '--port', '0', '--data', demoFolder(inject('demonstration'))).address
})
afterAll(async () => {
  await closeScreens()
  await endAll()
  removeFolders()
})

it.each(languages)(
  '[W26] every dialog in %s: axe finds nothing critical or serious in it, and Esc leaves it',
  { timeout: minutes(10) },
  async (language) => {
    const { page, settled } = await desk(address, await signIn(address, 'boss'), language, [1440, 900])
    const wrong: string[] = []
    const walk = dialogWalk(page, language, soaking)
    const look = async (what: string) => {
      await settled()
      const found = await page.evaluate(accessibility, '[role=dialog]')
      if (found.length > 0) await picture(page, `dialogs-${language}-${walk.met.size}`)
      wrong.push(...found.map((one) => `${what}: ${one}`))
    }
    const folded = page.locator('nav [aria-expanded="false"]')
    while ((await folded.count()) > 0) await folded.first().click()
    const entries = page.locator('nav [data-nav]:not([aria-expanded])')
    const end = Date.now() + ENOUGH_MS
    for (let at = 0; at < (await entries.count()) && Date.now() < end; at++) {
      const name = (await entries.nth(at).textContent()) ?? ''
      await entries.nth(at).click()
      await settled()
      const cell = page
        .locator('[role=tabpanel]:visible [role=grid] [role=row][data-id] [role=gridcell]:not([data-field=__check__])')
        .first()
      const rows = at > 0 && (await cell.count()) > 0
      if (rows) await cell.click()
      await walk.pressAll(name, look)
      const tabs = await page.locator('[role=tab]').count()
      if (rows && (await cell.count()) > 0) {
        await cell.click()
        await page.keyboard.press('Enter')
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
    expect((await page.evaluate(accessibility, '[role=dialog]')).join()).toContain('button-name')
    expect([...wrong, ...walk.stuck]).toEqual([])
    expect(walk.met.size).toBeGreaterThanOrEqual(LEAST)
  },
)
