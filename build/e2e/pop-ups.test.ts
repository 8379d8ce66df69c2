// Pop-ups in the real desktop while its window is hidden: they come in a window of their own, let things be done there, and go with their cause. Rules D50 to D54
// of tasks.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { DEMONSTRATION_PASSWORD } from '../../main/demonstration/accounts.ts'
import type { Answer } from '../../preload/contract/envelope.ts'
import type { QueryOutput } from '../../preload/contract/queries.ts'
import { minuteIn } from '../../preload/contract/vocabulary/dates.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { demoFolder, endAll, removeFolders } from './support/office.ts'
import { closeScreens, picture, startDesktop, type Desktop } from './support/screens.ts'
import { signInOn } from './support/sign-in-page.ts'
import { wordsIn } from './support/words.ts'

const { t } = wordsIn.zh
let desktop: Desktop
let token: string
let me: string

/** Asks the office beside the page, in a session of its own. */
const ask = async <T>(request: object): Promise<T> => {
  const answer = (await desktop.page.evaluate(([given, with_]) => window.tradewind!.ask(given as never, with_), [
    request,
    token ?? null,
  ] as const)) as Answer<T>
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value
}
const command = <T>(name: string, input: object) => ask<T>({ kind: 'command', id: newId(), name, input })
const query = <T>(name: string, input: object) => ask<T>({ kind: 'query', name, input })
/** A task whose hour has come. */
const dueNow = async (title: string): Promise<string> => {
  const [day, time] = minuteIn('Asia/Shanghai', new Date().toISOString()).split(' ') as [string, string]
  const fields = { note: '', dueOn: day, dueTime: time, urgent: false, repeat: null, record: null, userIds: [me], checks: [] }
  return (await command<{ id: string }>('save-task', { id: newId(), title, ...fields })).id
}
const stateOf = async (id: string) => (await query<QueryOutput<'task'>>('task', { id })).state
const popUpPage = () => desktop.app.windows().find((page) => page.url().includes('popup.html'))
const popUp = async (text: string): Promise<Page> => {
  await expect.poll(popUpPage, { timeout: 90_000 }).toBeDefined()
  const page = popUpPage()!
  await page.getByText(text).waitFor()
  return page
}
const isGone = async (): Promise<void> => {
  await expect.poll(() => popUpPage() === undefined, { timeout: 30_000 }).toBe(true)
}
const mainWindow = <T>(work: 'hide' | 'isVisible'): Promise<T> =>
  desktop.app.evaluate(({ BrowserWindow }, what) => {
    const main = BrowserWindow.getAllWindows().find((w) => !w.webContents.getURL().includes('popup.html'))!
    return what === 'hide' ? main.hide() : (main.isVisible() as never)
  }, work) as Promise<T>

beforeAll(async () => {
  desktop = await startDesktop(['--data', demoFolder(inject('demonstration'))])
  await signInOn(desktop.page)
  token = (await ask<{ token: string }>({ kind: 'sign-in', user: 'boss', password: DEMONSTRATION_PASSWORD })).token
  me = (await query<QueryOutput<'me'>>('me', {})).id
  await mainWindow('hide')
})
afterAll(async () => {
  await closeScreens()
  await endAll()
  removeFolders()
})

it('[D50] [D51] a task whose hour has come pops up over everything while the window is hidden, and is done there', async () => {
  const id = await dueNow('给 Anna 打电话')
  const page = await popUp('给 Anna 打电话')
  const above = await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((w) => [w.webContents.getURL().includes('popup.html'), w.isAlwaysOnTop(), w.isVisible()]),
  )
  expect(above).toContainEqual([true, true, true])
  await picture(page, 'pop-up')
  await page.getByRole('button', { name: `${t('popup.done')} · 给 Anna 打电话` }).click()
  await isGone()
  await expect.poll(() => stateOf(id), { timeout: 30_000 }).toBe('done')
  // Whatever was done, nobody has been disturbed: the window is where it was.
  expect(await mainWindow('isVisible')).toBe(false)
})

it('[D52] [D53] what comes within a minute is told together, and goes when its cause is gone', async () => {
  const first = await dueNow('核对提单')
  const second = await dueNow('寄单据')
  const page = await popUp('核对提单')
  await page.getByText('寄单据').waitFor()
  const { revision } = await query<QueryOutput<'task'>>('task', { id: first })
  await command('delete-task', { id: first, revision })
  await page.getByText('核对提单').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: `${t('popup.snooze')} · 寄单据` }).click()
  await isGone()
  expect(await stateOf(second)).toBe('open')
  const { items } = await query<QueryOutput<'bell'>>('bell', {})
  expect(items.map((one) => one.id)).not.toContain(second)
})
