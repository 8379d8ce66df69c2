// A day with tasks in real browsers: typed in one line, done, kept still and handed over by the keyboard alone, seen by the colleague without reloading; what axe
// says of the pages of tasks and of their dialogs.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { signIn } from './support/client.ts'
import { accessibility, desk } from './support/desk.ts'
import { demoFolder, endAll, removeFolders, startOffice } from './support/office.ts'
import { closeScreens, picture } from './support/screens.ts'
import { wordsIn } from './support/words.ts'

const { name } = wordsIn.zh
const COLLEAGUE = '李明'
type Desk = Awaited<ReturnType<typeof desk>>
let sales: Desk
let colleague: Desk
beforeAll(async () => {
  const address = await startOffice('--serve', '--port', '0', '--data', demoFolder(inject('demonstration'))).address
  const client = await signIn(address, 'sales')
  await client.command('save-task', {
    ...{ id: newId(), title: '整理样品间', note: '', dueOn: '2030-01-02', dueTime: null, urgent: false, repeat: null, record: null },
    ...{ userIds: [(await client.query('me', {})).id], checks: [{ id: newId(), text: '拍照', done: false }] },
  })
  sales = await desk(address, client, 'zh', [1366, 768])
  colleague = await desk(address, await signIn(address, 'sales2'), 'zh', [1366, 768])
})
afterAll(async () => {
  await closeScreens()
  await endAll()
  removeFolders()
})

/** To a page by the keyboard alone. */
const go = async (page: Page, title: string) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').last().waitFor()
  await page.keyboard.type(title)
  await page.getByRole('option').filter({ hasText: title }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { selected: true }).filter({ hasText: title }).waitFor()
}
const row = (page: Page, title: string) => page.locator('[role=tabpanel]:visible [data-row]').filter({ hasText: title })
const quick = (page: Page) => page.locator('[role=tabpanel]:visible [data-quick]')
const type = async (page: Page, line: string) => {
  await quick(page).focus()
  await page.keyboard.type(line)
  await page.keyboard.press('Enter')
  await expect.poll(() => quick(page).inputValue()).toBe('')
}
/** Down the rows until this one has the keyboard. */
const reach = async (page: Page, title: string) => {
  await row(page, title).waitFor()
  await quick(page).focus()
  const isReached = () =>
    page.evaluate(
      (text) => document.activeElement?.matches('[data-row]') === true && document.activeElement.textContent!.includes(text),
      title,
    )
  for (let pressed = 0; pressed < 60 && !(await isReached()); pressed++) await page.keyboard.press('ArrowDown')
  expect(await isReached()).toBe(true)
}
const axeSays = async ({ page, settled }: Desk, inside?: string) => {
  await settled()
  return page.evaluate(accessibility, { inside, frame: false })
}

it('a line becomes a task of its day; the keyboard alone finishes it, takes it back, keeps it still and hands it over to a colleague, who sees it at once', async () => {
  const { page, errors } = sales
  await go(page, name('query.today'))
  await go(colleague.page, name('query.today'))
  await type(page, '今天下午3点给Anna打电话')
  await row(page, '给Anna打电话').filter({ hasText: '今天 15:00' }).waitFor()
  expect(await axeSays(sales)).toEqual([])
  await picture(page, 'tasks-today')

  await reach(page, '给Anna打电话')
  await page.keyboard.press('Space')
  await row(page, '给Anna打电话').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '撤销' }).click()
  await row(page, '给Anna打电话').waitFor()

  await reach(page, '给Anna打电话')
  await page.keyboard.press('s')
  await page.getByRole('menuitem').first().waitFor()
  expect(await axeSays(sales, '[role=dialog]')).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: '等待别人' }).getByText('给Anna打电话').waitFor()

  await reach(page, '给Anna打电话')
  await page.keyboard.press('h')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(COLLEAGUE)
  await page.getByRole('option').filter({ hasText: COLLEAGUE }).first().waitFor()
  await page.keyboard.press('Enter')
  expect(await axeSays(sales, '[role=dialog]')).toEqual([])
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await row(colleague.page, '给Anna打电话').waitFor()

  // Who has it now is done with it, with a comment that calls back whoever gave it away.
  const theirs = colleague.page
  await reach(theirs, '给Anna打电话')
  await theirs.keyboard.press('e')
  await theirs.getByRole('tab', { selected: true }).filter({ hasText: '给Anna打电话' }).waitFor()
  await theirs.getByText('已转交').waitFor()
  expect(await axeSays(colleague)).toEqual([])
  await theirs.getByRole('button', { name: name('command.finish-task'), exact: true }).click()
  await theirs.getByRole('dialog').getByRole('textbox').fill('已约周五')
  await theirs.keyboard.press('Control+Enter')
  await theirs.locator('[role=tabpanel]:visible').getByText('已约周五').waitFor()
  await row(page, '给Anna打电话').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '已结束', exact: true }).click()
  await page.locator('[role=tabpanel]:visible tr').filter({ hasText: '给Anna打电话' }).filter({ hasText: COLLEAGUE }).waitFor()
  expect(await axeSays(sales)).toEqual([])
  expect(errors).toEqual([])
})

it('the calendar is walked by the keyboard, and a task begun from a day is due on it', async () => {
  const { page } = colleague
  await go(page, name('query.task-calendar'))
  await page.locator('[role=tabpanel]:visible [role=gridcell][tabindex="0"]').focus()
  await page.keyboard.press('PageDown')
  const day = page.locator('[role=tabpanel]:visible [role=gridcell]:focus')
  await day.waitFor()
  expect(await axeSays(colleague)).toEqual([])
  const on = (await day.getAttribute('data-day'))!
  await page.keyboard.press('n')
  const due = page.locator('[role=tabpanel]:visible [data-field=dueOn]')
  await expect.poll(() => due.inputValue()).toBe(on)
  await page.keyboard.type('年度对账')
  await page.keyboard.press('Control+s')
  await page.getByRole('tab', { selected: true }).filter({ hasText: '年度对账' }).waitFor()
  expect(await axeSays(colleague)).toEqual([])
  await go(page, name('query.task-calendar'))
  await page.locator(`[role=tabpanel]:visible [data-day="${on}"]`).getByText('年度对账').waitFor()
  await picture(page, 'tasks-calendar')
})

it('Alt+T begins a task from anywhere', async () => {
  await sales.page.locator('[role=tab]').first().click()
  await sales.page.keyboard.press('Alt+t')
  await sales.page.locator('[role=tabpanel]:visible [data-field=title]').waitFor()
  expect(sales.errors).toEqual([])
})
