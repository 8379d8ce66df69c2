// Pressing the buttons of the page in front to see which dialogs they open, and leaving all as it was.
import type { Locator, Page } from 'playwright-core'
import { vi } from 'vitest'
import { wordsIn } from './words.ts'

/** Buttons of fields, cells and the menu open no dialogs of the page. */
const NOT_OF_THE_PAGE = '[role=grid], table, .MuiInputAdornment-root, .MuiAutocomplete-endAdornment, nav'

type Place = { apart: string; press: string | null }
/** The buttons that can be pressed, by their names; with `press` the one of that name is pressed. Runs in the page. */
const buttonsOf = ({ apart, press }: Place): string[] => {
  const panel = [...document.querySelectorAll('[role=tabpanel]')].find((one) => one.getBoundingClientRect().width > 0)
  const names = new Map<string, HTMLElement>()
  for (const button of panel?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? []) {
    const name = button.getAttribute('aria-label') ?? button.textContent?.trim() ?? ''
    if (button.closest(apart) === null && button.getBoundingClientRect().width > 0 && !names.has(name)) names.set(name, button)
  }
  if (press !== null) {
    names.get(press)?.focus()
    names.get(press)?.click()
  }
  return [...names.keys()]
}
/** Runs in the page. */
const keyboardIn = () => document.activeElement?.outerHTML.slice(0, 200)
const tabInFront = (page: Page) => page.locator('[role=tab][aria-selected=true]').first().textContent()

/** Does something that changes what the locators count, and waits for that; what changes nothing is waited for in vain for two seconds. */
const changing = async (counted: Locator[], deed: () => Promise<void>): Promise<void> => {
  const counts = async () => (await Promise.all(counted.map((one) => one.count()))).join()
  const before = await counts()
  await deed()
  await vi.waitUntil(async () => (await counts()) !== before, { timeout: 2000, interval: 20 }).catch(() => undefined)
}
const discardOf = (page: Page, language: 'zh' | 'en', key: 'kit.dialog.discard' | 'tabs.discard') =>
  page.getByRole('button', { name: wordsIn[language].t(key), exact: true })

/** Everything that lies over the page is left by Esc; what was typed is given up. False where something stays. */
export const leaveAll = async (page: Page, language: 'zh' | 'en'): Promise<boolean> => {
  // What a page in the background has not finished closing stands in the document, and in front of nobody.
  const over = page.locator('.MuiModal-root:not([aria-hidden=true]):visible')
  const discard = discardOf(page, language, 'kit.dialog.discard')
  for (let n = 0; n < 4 && (await over.count()) > 0; n++)
    await changing([over, discard], async () => {
      if ((await discard.count()) > 0) await discard.click({ timeout: 2000 }).catch(() => undefined)
      else await page.keyboard.press('Escape')
    })
  return (await over.count()) === 0
}

/** What a walk knows of the dialogs it has met; a button is pressed once wherever it stands, `everywhere` on each page anew. */
export const dialogWalk = ({ page, drawn }: { page: Page; drawn(): Promise<void> }, language: 'zh' | 'en', everywhere: boolean) => {
  const pressed = new Set<string>()
  const met = new Set<string>()
  const stuck: string[] = []
  // One that comes late, to a page that another has been opened over meanwhile, is in front of nobody.
  const open = page.locator('[role=dialog]:visible')
  const closeTab = async () => {
    const discard = discardOf(page, language, 'tabs.discard')
    await changing([page.locator('[role=tab]'), discard], () => page.keyboard.press('Alt+w'))
    if ((await discard.count()) > 0) await discard.click({ timeout: 2000 }).catch(() => undefined)
  }
  /** What has been opened is looked at when it is new, and left. */
  const lookAndLeave = async (name: string, place: string, look: (what: string) => Promise<void>) => {
    if ((await open.count()) > 0) {
      const heading = open.last().getByRole('heading').first()
      const title = (await heading.textContent({ timeout: 2000 }).catch(() => null)) ?? name
      const key = title.replace(/[A-Z]*\d[\w-]*/g, '') // Without the number of its record.
      if (!met.has(key)) {
        await look(`${place} › ${title}`)
        // What closes by itself, such as a progress, may have gone before it was seen.
        if ((await open.count()) > 0) met.add(key)
      }
    }
    await leaveAll(page, language)
    if ((await open.count()) > 0) stuck.push(`${place} › ${name} is not left by Esc`)
  }
  const pressOne = async (name: string, place: string, look: (what: string) => Promise<void>) => {
    const tabs = await page.locator('[role=tab]').count()
    await page.evaluate(buttonsOf, { apart: NOT_OF_THE_PAGE, press: name })
    await drawn()
    await lookAndLeave(name, place, look)
    for (let n = 0; n < 3 && (await page.locator('[role=tab]').count()) > tabs; n++) await closeTab()
    // What came late stands there again. A menu that does not hear Esc, because the keyboard is elsewhere, is told and left by the mouse.
    if (await leaveAll(page, language)) return
    stuck.push(`${place} › ${name}: something is not left by Esc, the keyboard is in ${await page.evaluate(keyboardIn)}`)
    await page.mouse.click(2, 2)
  }
  return {
    met,
    stuck,
    closeTab,
    /** The field of this path, where the page in front has it, opens a dialog. */
    async pressField(path: string, place: string, look: (what: string) => Promise<void>): Promise<void> {
      const field = page.locator(`[role=tabpanel]:visible [data-field="${path}"]`)
      if ((await field.count()) === 0) return
      await field.first().click()
      await open.first().waitFor()
      await lookAndLeave(path, place, look)
    },
    async pressAll(place: string, look: (what: string) => Promise<void>): Promise<void> {
      const here = await tabInFront(page)
      for (const name of await page.evaluate(buttonsOf, { apart: NOT_OF_THE_PAGE, press: null })) {
        const key = everywhere ? `${place} ${name}` : name
        if (pressed.has(key)) continue
        pressed.add(key)
        await pressOne(name, place, look)
        if ((await tabInFront(page)) !== here) return
      }
    },
  }
}
