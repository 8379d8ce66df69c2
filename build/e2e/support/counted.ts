// A person at a window whose every click and every typed field is counted, by the very functions that do them.
import type { Locator, Page } from 'playwright-core'
import { wordsIn } from './words.ts'

const { name } = wordsIn.zh
export type Count = { clicks: number; fields: number; steps: { what: string; clicks: number; fields: number }[] }
export const nothingYet = (): Count => ({ clicks: 0, fields: 0, steps: [] })

const inFront = (page: Page): Locator => page.locator('[role=tabpanel]:visible, form:visible, [role=presentation] [role=dialog]')

/**
 * A click is a button, a menu entry, a tab, a choice of a list, the first cell of a grid, or a keyboard shortcut. A field is one that is typed in, gone to by
 * Tab from the one before. Nothing else acts on the page.
 */
export const countedHand = (page: Page, count: Count) => {
  const click = async (target: Locator): Promise<void> => {
    count.clicks++
    await target.click()
  }
  const visible = (target: Locator): Locator => target.locator('visible=true')
  const dialog = () => page.getByRole('dialog').last()
  return {
    page,
    /** Names what follows in the count. */
    step: (what: string) => count.steps.push({ what, clicks: count.clicks, fields: count.fields }),
    click,
    press: (label: string) => click(visible(page.getByRole('button', { name: label, exact: true })).first()),
    pressIn: (label: string) => click(dialog().getByRole('button', { name: label, exact: true })),
    menu: (label: string) => click(page.getByRole('navigation').getByText(label, { exact: true })),
    tab: (text: string | RegExp) => click(page.getByRole('tab').filter({ hasText: text }).first()),
    text: (label: string) => click(visible(page.getByText(label, { exact: true })).first()),
    choose: async (option: string | RegExp) => click(page.getByRole('option').filter({ hasText: option }).first()),
    type: async (field: string, text: string): Promise<void> => {
      count.fields++
      const target = visible(page.locator(`[data-field="${field}"]`)).last()
      await target.fill(text)
      await target.press('Tab')
    },
    /** A field that is left by a choice of its list: it is not left yet. */
    typeToChoose: async (field: string, text: string): Promise<void> => {
      count.fields++
      await visible(page.locator(`[data-field="${field}"]`))
        .last()
        .fill(text)
    },
    typeByLabel: async (label: string | RegExp, text: string): Promise<void> => {
      count.fields++
      await visible(page.getByLabel(label)).first().fill(text)
    },
    typeInDialog: async (label: string, text: string): Promise<void> => {
      count.fields++
      await dialog().getByLabel(label).fill(text)
    },
    /** Cells of the first line of the grid in front, from left to right: entered by a click, gone on in by Tab. */
    typeLine: async (grid: string, cells: readonly (readonly [field: string, text: string, label?: string])[]): Promise<void> => {
      const box = visible(page.locator(`[data-lines="${grid}"]`)).last()
      const titles = await box.getByRole('columnheader').evaluateAll((all) => all.map((one) => one.getAttribute('title')))
      const cellOf = ([field, , label]: (typeof cells)[number]) =>
        box.locator(`[data-line="0"] [aria-colindex="${titles.indexOf(label ?? name(`field.${field}`)) + 1}"]`)
      await click(cellOf(cells[0]!))
      for (const cell of cells) {
        count.fields++
        const input = cellOf(cell).locator('input, select')
        while ((await input.count()) === 0) await page.keyboard.press('Tab')
        await input.fill(cell[1])
      }
      await page.keyboard.press('Tab')
    },
    /** Waits; nobody counts that. */
    until: (text: string | RegExp) => visible(page.getByText(text)).first().waitFor(),
    untilFilled: (field: string) =>
      page.waitForFunction(
        (wanted) =>
          [...document.querySelectorAll<HTMLInputElement>(`[data-field="${wanted}"]`)].some(
            (box) => box.value !== '' && box.offsetParent !== null,
          ),
        field,
      ),
    untilGone: (role: 'dialog') => page.getByRole(role).waitFor({ state: 'detached' }),
    front: () => inFront(page),
  }
}

/** What each step took. */
export const told = (count: Count): string =>
  count.steps
    .map((step, at) => {
      const next = count.steps[at + 1] ?? count
      return `${step.what}: ${next.clicks - step.clicks} clicks, ${next.fields - step.fields} fields`
    })
    .join('\n')
