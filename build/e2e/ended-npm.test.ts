// What `npm start` leaves behind when it is ended: nothing. Rebuilds what the other end-to-end tests run, so that it has the machine to itself.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { endAll, newFolder, removeFolders, root } from './support/office.ts'
import { closeScreens, desktopStart } from './support/screens.ts'

afterAll(async () => {
  await closeScreens()
  await endAll()
  removeFolders()
})

describe('ending npm', () => {
  const isAlive = (pid: number) => existsSync(`/proc/${pid}`)
  /** All processes that name a folder in their command line. */
  const naming = (folder: string): number[] =>
    readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
      .map(Number)
      .filter((pid) => {
        try {
          return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
        } catch {
          return false // ended meanwhile
        }
      })
  const npmStart = (words: string[], env: NodeJS.ProcessEnv): { npm: ChildProcess; said: () => string } => {
    let text = ''
    const npm = spawn('npm', ['start', '--', ...words], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    npm.stdout.on('data', (part: Buffer) => (text += part.toString()))
    npm.stderr.on('data', (part: Buffer) => (text += part.toString()))
    return { npm, said: () => text }
  }
  const endsAll = async (npm: ChildProcess, folder: string) => {
    const all = naming(folder)
    expect(all.length).toBeGreaterThan(3)
    npm.kill('SIGTERM')
    await expect.poll(() => all.filter(isAlive)).toEqual([])
  }

  it('[U37] by TERM ends the hub it started, beside which nothing large has stayed, though it was built first', async () => {
    const folder = newFolder()
    rmSync(path.join(root, 'out/.built'))
    const { npm, said } = npmStart(['--serve', '--port', '0', '--data', folder], process.env)
    await expect.poll(said, { timeout: 120_000 }).toContain('Tradewind office: http')
    expect(said()).toContain('built in')
    const memory = (pid: number) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024
    const waiting = naming(folder).filter((pid) => !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('office.cjs'))
    expect(waiting.length).toBeGreaterThan(1)
    expect(waiting.map(memory).filter((mb) => mb > 150)).toEqual([])
    await endsAll(npm, folder)
  })

  it('by TERM ends window and office', async () => {
    const folder = newFolder()
    const { env } = await desktopStart([])
    const { npm } = npmStart(['--port', '0', '--data', folder], env)
    await expect
      .poll(() => naming(folder).filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('office.cjs')).length, {
        timeout: 60_000,
      })
      .toBe(1)
    await expect.poll(() => existsSync(`${folder}/company.sqlite`), { timeout: 60_000 }).toBe(true)
    await endsAll(npm, folder)
  })
})
