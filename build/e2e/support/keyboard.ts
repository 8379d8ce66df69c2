// Windows and keys of the virtual display as a person before it has them: for programs that let nobody look inside.
import { execFileSync, spawn } from 'node:child_process'
import { displayName } from './screens.ts'

const xdotool = async (...words: string[]): Promise<string> => {
  const display = await displayName()
  try {
    return execFileSync('xdotool', words, {
      env: { ...process.env, DISPLAY: display },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch (error) {
    if ((error as { status?: number }).status === 1) return '' // no such window
    throw error
  }
}

/** A window manager on the display, as every session has one; it ends with the display. Windows come to the front and know that they have the keys. */
export const startWindowManager = async (): Promise<void> => {
  const manager = spawn('jwm', [], { env: { ...process.env, DISPLAY: await displayName() }, stdio: 'ignore' })
  manager.on('error', (error) => console.error(`jwm: ${error.message}`))
  const isThere = async () => (await xdotool('get_desktop')) !== ''
  while (manager.exitCode === null && !(await isThere())) await new Promise((resolve) => setTimeout(resolve, 50))
}

/** The first window whose title matches, or undefined. */
export const windowTitled = async (title: string): Promise<string | undefined> =>
  (await xdotool('search', '--name', title)).split('\n').find((id) => id !== '')

const waitForWindow = async (title: string): Promise<string> => {
  const until = performance.now() + 60_000
  while (performance.now() < until) {
    const found = await windowTitled(title)
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`no window ${title}`)
}

/** Waits for a window and brings it to the front, as a click on it would; needs a window manager. */
export const focusWindow = async (title: string): Promise<void> => {
  await xdotool('windowactivate', await waitForWindow(title))
}
export const type = (text: string) => xdotool('type', '--delay', '20', text)
export const press = (key: string) => xdotool('key', key)

/** Answers a box of the system: its button is the one that Return presses. */
export const pressReturnIn = async (title: string): Promise<void> => {
  for (let box: string | undefined = await waitForWindow(title); box !== undefined; box = await windowTitled(title)) {
    await xdotool('windowfocus', box)
    await press('Return')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
