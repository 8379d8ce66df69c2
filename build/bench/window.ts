// The desktop from nothing to its first useful picture (the sign-in form, which the office has answered for), beside an Electron window with one line of text.
import { mkdirSync, mkdtempSync, copyFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { _electron } from 'playwright-core'
import { ensureBuilt } from '../build.mjs'
import { closeScreens, desktopStart } from '../e2e/support/screens.ts'
import { median, type Line } from './measure.ts'

const ROUNDS = 5
const emptyApp = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 900 }).loadURL('data:text/html,<input type="password">'))`

export const windowBench = async (seeded: string): Promise<Line[]> => {
  await ensureBuilt()
  const folder = mkdtempSync(path.join(path.dirname(seeded), 'window-'))
  try {
    const [data, empty] = [path.join(folder, 'data'), path.join(folder, 'empty')]
    for (const made of [data, empty]) mkdirSync(made)
    copyFileSync(seeded, path.join(data, 'company.sqlite'))
    writeFileSync(path.join(empty, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.cjs' }))
    writeFileSync(path.join(empty, 'main.cjs'), emptyApp)
    const start = await desktopStart(['--data', data], { home: path.join(folder, 'user') })
    const shown = async (args: string[]): Promise<number> => {
      const from = performance.now()
      const app = await _electron.launch({ executablePath: start.program, args, env: start.env })
      await (await app.firstWindow()).locator('input[type="password"]').waitFor()
      const ms = performance.now() - from
      await app.close()
      return ms
    }
    const [, ...flags] = start.args
    const nothing = () => shown([empty, ...flags.filter((f) => f.startsWith('--') && f !== '--data')])
    const ours = () => shown(start.args)
    await nothing()
    await ours() // compiled code is kept from here on
    const a: number[] = []
    const b: number[] = []
    for (let i = 0; i < ROUNDS; i++) {
      a.push(await nothing())
      b.push(await ours())
    }
    const ratio = median(b.map((v, i) => v / a[i]!))
    const what = 'desktop on 1M lines, first useful picture, wall'
    return [{ what, anchor: 'empty Electron window', anchorMs: median(a), oursMs: median(b), ratio, goal: '≤ 1.5', met: ratio <= 1.5 }]
  } finally {
    await closeScreens()
    rmSync(folder, { recursive: true, force: true })
  }
}
