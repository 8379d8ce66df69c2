// A browser in which the owner is signed in, for walks over all that can be seen: when it is quiet, and what axe says of what is in front.
import axe from 'axe-core'
import type { Page, Request } from 'playwright-core'
import type { Client } from './client.ts'
import { startBrowser } from './screens.ts'

/** `inside`: a dialog alone, of which nothing is said once it has closed. What is the same everywhere need not be looked at again: the frame around the pages, and in another language the colours. */
type Looked = { inside?: string; frame?: boolean; colours?: boolean }
/** What axe calls critical or serious in what is in front. Runs in the page. */
export const accessibility = async ({ inside, frame = true, colours = true }: Looked): Promise<string[]> => {
  // What fades in has less contrast until it stands. What turns or pulses for ever is not waited for.
  const moving = document.getAnimations().filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)))
  await Promise.all(moving.map(({ finished }) => finished.catch(() => undefined)))
  if (inside !== undefined && document.querySelector(inside) === null) return []
  const { axe: checker } = globalThis as unknown as { axe: typeof axe }
  // A row of a list or a table that is made as one above it, element by element, holds nothing else to be found: values differ, not what they stand in.
  const madeAs = (node: Node): string => {
    if (!(node instanceof Element)) return ['', 'letter'][node.textContent?.trim().length ?? 0] ?? 'words'
    const attributes = [...node.attributes].map(({ name, value }) => {
      const given = /^(id|title|href|data-.*|aria-(label|labelledby|describedby|rowindex))$/.test(name) ? value.trim() !== '' : value
      return `${name}=${name === 'style' ? value.replaceAll(/[\d.]+px/g, '') : given}`
    })
    return `<${node.tagName} ${attributes.join(' ')}>${[...node.childNodes].map(madeAs).join('')}</>`
  }
  const seen = new Set<string>()
  const rows = [...document.querySelectorAll('[role=grid] [role=row][data-id], tbody > tr')]
  const alike = rows.filter((row) => seen.size === seen.add(madeAs(row)).size)
  const around = frame ? [] : [...document.querySelectorAll('nav, header')]
  // To leave something out is not enough: axe weighs each element that it comes across. So it comes across nothing in there, nor in the pages behind the one in front.
  const behind = [...document.querySelectorAll('[role=tabpanel]')].filter((one) => one.getBoundingClientRect().width === 0)
  const passed = new Set<Node | null>([...around, ...behind, ...alike])
  for (const element of passed) Object.defineProperty(element, 'childNodes', { value: [], configurable: true })
  document.createTreeWalker = (root, show) =>
    Document.prototype.createTreeWalker.call(document, root, show, ({ parentNode }) =>
      passed.has(parentNode) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    )
  // From the root of the page axe looks elements up in its index; from any other it goes through them all for each rule.
  const context = { include: [inside ?? 'html'], exclude: [...around, ...alike] }
  const { violations } = await checker
    .run(context, { resultTypes: ['violations'], elementRef: true, rules: { 'color-contrast': { enabled: colours } } })
    .finally(() => {
      Reflect.deleteProperty(document, 'createTreeWalker')
      for (const element of passed) Reflect.deleteProperty(element!, 'childNodes')
    })
  return violations
    .filter(({ impact }) => impact === 'critical' || impact === 'serious')
    .flatMap(({ id, nodes }) => nodes.map(({ element }) => `${id}: ${element?.outerHTML.slice(0, 160)}`))
}

const LONGEST = 10_000
/** How the page is waited for: `settled` until it asks nothing of the office any more, `drawn` until what it has asked so far has come and stands there. */
const waits = (page: Page) => {
  const open = new Set<Request>()
  let since = Date.now()
  const begins = (request: Request) => {
    if (request.url().endsWith('/remember')) return // It outlives its page, and the browser never tells its end.
    open.add(request)
    since = Date.now()
  }
  const ends = (request: Request) => {
    open.delete(request)
    since = Date.now()
  }
  page.on('request', begins)
  page.on('requestfinished', ends)
  page.on('requestfailed', ends)
  // A page whose module has just come is shown a moment later: React holds back what follows a fallback.
  const isShown = () => {
    const panels = [...document.querySelectorAll('[role=tabpanel]')]
    const front = panels.find((one) => one.getBoundingClientRect().width > 0)
    return panels.length === 0 || (front !== undefined && front.querySelector('button, input, table, [role=grid], h1, h2') !== null)
  }
  const picture = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const settled = async () => {
    const start = Date.now()
    since = start
    const isBusy = async () => open.size > 0 || Date.now() - since < 200 || !(await page.evaluate(isShown))
    const inTime = () => Date.now() - start < LONGEST
    do {
      while ((await isBusy()) && inTime()) await page.waitForTimeout(40)
      // What has just been drawn asks for its rows when it stands: on a busy machine later than nothing was asked for.
      await page.evaluate(picture)
    } while (open.size > 0 && inTime())
  }
  const drawn = async () => {
    const start = Date.now()
    await page.evaluate(picture)
    while ((open.size > 0 || !(await page.evaluate(isShown))) && Date.now() - start < LONGEST) await page.waitForTimeout(20)
    await page.evaluate(picture)
  }
  return { settled, drawn }
}

/** A browser in which the owner is signed in, in this language. */
export const desk = async (address: string, boss: Client, language: 'zh' | 'en', [width, height]: readonly [number, number]) => {
  const { page, errors } = await startBrowser(language === 'zh' ? 'zh-CN' : 'en-US')
  await boss.command('choose-language', { language })
  // Without the source of each element it looks at: that of what it finds is asked for there.
  await page.addInitScript({ content: `${axe.source};axe.configure({ noHtml: true })` })
  await page.addInitScript((token) => sessionStorage.setItem('tradewind.token', token), boss.token)
  await page.setViewportSize({ width, height })
  const { settled, drawn } = waits(page)
  await page.goto(address)
  await page.locator('nav [data-nav]').first().waitFor()
  await settled()
  return { page, errors, settled, drawn }
}
