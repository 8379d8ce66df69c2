// The walk over every page of the menu, the record or dialog behind its first row, and every form of the home page, in one language: no error in the console,
// nothing the content security policy stopped, no key without words, nothing wider than its window, nothing that axe calls critical or serious.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { signIn } from './client.ts'
import { accessibility, desk } from './desk.ts'
import { demoFolder, endAll, removeFolders, startOffice } from './office.ts'
import { closeScreens, picture } from './screens.ts'
import { wordsIn } from './words.ts'

/** What a reader would stumble over in the tab in front. Runs in the page. */
const complaints = (language: string): string[] => {
  const found: string[] = []
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) found.push(`the window scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`)
  const panel = [...document.querySelectorAll('[role=tabpanel]')].find((one) => one.getBoundingClientRect().width > 0)
  for (const box of panel ? [panel, ...panel.querySelectorAll(':scope > *, :scope > * > *')] : [])
    if (box.scrollWidth > box.clientWidth + 1) found.push(`the page scrolls sideways: ${box.scrollWidth} > ${box.clientWidth}`)
  const said = new Set<string>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) said.add(walker.currentNode.textContent?.trim() ?? '')
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
    for (const attribute of ['aria-label', 'title', 'placeholder']) said.add(element.getAttribute(attribute)?.trim() ?? '')
  for (const text of said) {
    // `field.total`, `deal-stage.shipped`: a name or sentence that nobody wrote. Addresses of the web look alike.
    if (/^[a-z][a-z0-9-]*(\.[A-Za-z][\w-]*)+$/.test(text) && !text.startsWith('www.')) found.push(`no words for ${text}`)
    if (/\{\{|\[object|\bundefined\b|\bNaN\b/.test(text)) found.push(`odd words: ${text.slice(0, 80)}`)
  }
  // The head of a row is called as somebody has named it.
  if (language === 'en')
    for (const title of document.querySelectorAll('[role=columnheader], nav [data-nav], label, th:not([scope=row])'))
      if (/[\u4e00-\u9fff]/.test(title.textContent ?? '')) found.push(`not in English: ${title.textContent}`)
  return found
}

/** Lists whose rows are no records of their own, or whose first row is all of them together. */
const LINES_ONLY = ['allocations', 'bank-movements', 'exchange-rates', 'postings', 'backups', 'seasonality', 'collection-days'] as const

/** The tests of one language in a window of this size; each has a file of its own, for a walk mostly waits and two go side by side. */
export const pagesWalk = (language: 'zh' | 'en', width: number, height: number): void => {
  let address: string
  beforeAll(async () => {
    address = await startOffice('--serve', '--port', '0', '--data', demoFolder(inject('demonstration'))).address
  })
  afterAll(async () => {
    await closeScreens()
    await endAll()
    removeFolders()
  })

  describe(`every page in ${language} at ${width} × ${height}`, () => {
    it('shows no error, no key and nothing too wide', { timeout: 1_200_000 }, async () => {
      const { page, errors, settled, drawn } = await desk(address, await signIn(address, 'boss'), language, [width, height])
      const wrong: string[] = []
      let looked = 0
      const look = async (what: string) => {
        await settled()
        const inside = (await page.locator('[role=dialog]').count()) > 0 ? '[role=dialog]' : undefined
        const unseen = { inside, frame: looked++ === 0, colours: language === 'zh' }
        const found = [...(await page.evaluate(complaints, language)), ...(await page.evaluate(accessibility, unseen)), ...errors.splice(0)]
        if (found.length > 0) await picture(page, `screens-${language}-${looked}`)
        wrong.push(...found.map((one) => `${what}: ${one}`))
      }
      const tabs = page.locator('[role=tab]')
      /** Where a button has begun something in it, a tab asks before it closes. */
      const discarded = async () => {
        await drawn()
        const discard = page.getByRole('button', { name: wordsIn[language].t('tabs.discard'), exact: true })
        if ((await discard.count()) > 0) await discard.click()
      }
      const close = async () => {
        await page.keyboard.press('Alt+w')
        await discarded()
      }
      /** Closes what stands between the home page and the tab in front: going back to the home page each time would draw all its tiles each time. */
      const closeBehind = async () => {
        while ((await tabs.count()) > 2) {
          await tabs.nth(1).click({ button: 'middle' })
          await discarded()
        }
      }
      const dialog = page.locator('[role=dialog]')
      const withoutRecords = new Set(LINES_ONLY.map((list) => wordsIn[language].name(`list.${list}`)))
      const folded = page.locator('nav [aria-expanded="false"]')
      while ((await folded.count()) > 0) await folded.first().click()
      const entries = page.locator('nav [data-nav]:not([aria-expanded])')
      const count = await entries.count()
      expect(count).toBeGreaterThan(35)
      // Pages that are pinned to the menu stand in it twice.
      const been = new Set<string>()
      for (let at = 0; at < count; at++) {
        const name = (await entries.nth(at).textContent()) ?? ''
        if (been.size === been.add(name).size) continue
        await entries.nth(at).click()
        await closeBehind()
        await look(name)
        const cell = page
          .locator('[role=tabpanel]:visible [role=grid] [role=row][data-id] [role=gridcell]:not([data-field=__check__])')
          .first()
        if (at > 0 && (await cell.count()) > 0) {
          const before = await tabs.count()
          await cell.click()
          await page.keyboard.press('Enter')
          // A busy machine takes its time to open a record; where there is none, nothing is waited for.
          const opening = dialog.or(tabs.nth(before)).first()
          if (!withoutRecords.has(name)) await opening.waitFor()
          await drawn()
          const opened = (await dialog.count()) > 0
          if (opened || (await tabs.count()) > before) await look(`${name} › the first one`)
          if (opened) await page.keyboard.press('Escape')
        }
      }
      await entries.first().click()
      while ((await tabs.count()) > 1) {
        await tabs.nth(1).click({ button: 'middle' })
        await discarded()
      }
      // The forms of new records, from the home page.
      await settled()
      const begin = page.getByRole('button', { name: wordsIn[language].t('home.start'), exact: true })
      const forms = page.getByRole('menuitem')
      await begin.click()
      const names = await forms.allTextContents()
      await page.keyboard.press('Escape')
      await forms.first().waitFor({ state: 'detached' })
      expect(names.length).toBeGreaterThan(5)
      for (const name of names) {
        // A tab that was still open when the desk before ended may stand between.
        await entries.first().click()
        await begin.click()
        await forms.getByText(name, { exact: true }).click()
        await look(name)
        await close()
      }
      expect(wrong).toEqual([])
      // What would be found is found, in the page in front.
      await page.evaluate(() => {
        const front = [...document.querySelectorAll('[role=tabpanel]')].find((one) => one.getBoundingClientRect().width > 0)
        const faint = document.createElement('p')
        faint.textContent = 'hardly to be seen'
        Object.assign(faint.style, { color: '#ccc', background: '#fff' })
        front?.prepend(document.createElement('button'), faint)
      })
      const planted = (await page.evaluate(accessibility, { frame: false })).join()
      expect(planted).toContain('button-name')
      expect(planted).toContain('color-contrast')
      // Pages, records, dialogs and forms, 110 today: many fewer, and the walk looks at empty lists (84 when it looked at blank pages).
      expect(looked).toBeGreaterThan(105)
    })
  })
}
