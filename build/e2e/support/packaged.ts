// The packed program, installed and started exactly as a user gets it: packed once, laid as the .deb lays it, run by an ordinary user, with nothing set
// that their session would not set.
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import path from 'node:path'
import { asInstalled } from '../../package/deb.mjs'
import { pack } from '../../package/pack.mjs'
import { newFolder } from './office.ts'
import { displayName } from './screens.ts'

/** Who runs the program: as root nobody, as a machine has him without any right; otherwise whoever runs the tests. */
const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

/** Gives a folder and all in it to the user. */
export const give = (folder: string): void => {
  if (user.uid === undefined) return
  for (const file of [folder, ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name))])
    chownSync(file, user.uid, user.gid)
}

/** Packs the program into a folder of the test; gives where it is installed. */
export const install = async (): Promise<string> => {
  const folder = newFolder()
  if (!(await pack(['--linux', 'dir', `-c.directories.output=${folder}`]))) throw new Error('not packed')
  chmodSync(folder, 0o755) // as /opt is
  const program = path.join(folder, 'linux-unpacked')
  asInstalled(program)
  return program
}

export type Started = {
  process: ChildProcess
  home: string
  said(): string
  ended: Promise<number | null>
}

const asked = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return 'gone'
  }
}
const named = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
/** What a process waits for, as the kernel has it: each thread with its state and its call, and the files, pipes and sockets it holds. */
const whatItWaitsFor = (pid: number): string =>
  [
    `${pid} ${asked(`/proc/${pid}/cmdline`)}`,
    ...named(`/proc/${pid}/task`).map((thread) => {
      const about = `/proc/${pid}/task/${thread}`
      const state = /^State:\s*(.*)$/m.exec(asked(`${about}/status`))?.[1]
      return `  thread ${thread} ${asked(`${about}/comm`)}: ${state}, in ${asked(`${about}/wchan`)}, call ${asked(`${about}/syscall`)}`
    }),
    ...named(`/proc/${pid}/fd`).map((fd) => {
      try {
        return `  ${fd} ${readlinkSync(`/proc/${pid}/fd/${fd}`)}`
      } catch {
        return `  ${fd} gone`
      }
    }),
  ].join('\n')

const LONG_MS = 60_000
/**
 * The exit code of a program that should end by itself within seconds. One that has not after a minute is told with what it has said and what it waits for, though
 * the test be tried again.
 */
export const endedSoon = async ({ process: child, ended, said }: Started): Promise<number | null> => {
  const timer = setTimeout(() => {
    console.error(`not ended after a minute (exit code ${child.exitCode}); it said: ${said()}\n${whatItWaitsFor(child.pid!)}`)
  }, LONG_MS)
  return ended.finally(() => clearTimeout(timer))
}

const running = new Set<ChildProcess>()
/** For after each test: none leaves a program behind. */
export const endPackaged = async (): Promise<void> => {
  for (const child of running) child.kill('SIGKILL')
  while (running.size > 0) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** A home of the user's own, with a company's folder in it if one is given. */
export const newHome = (company?: string): { home: string; data: string } => {
  const home = newFolder()
  const data = company ?? path.join(home, 'company')
  if (company !== undefined) give(company)
  give(home)
  return { home, data }
}

/** Starts a program of the package as the user's session would. `more` stands for what a stranger would set. */
export const startPackaged = async (program: string, words: string[], home: string, more: NodeJS.ProcessEnv = {}): Promise<Started> => {
  const display = await displayName()
  const env = { HOME: home, USER: 'nobody', PATH: '/usr/bin:/bin', LANG: 'zh_CN.UTF-8', DISPLAY: display, ...more }
  const child = spawn(program, words, { ...user, cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()))
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      running.delete(child)
      resolve(code)
    })
  })
  return { process: child, home, said: () => said, ended }
}

/** Whether the user has left anything of the program in their home. */
export const isUntouched = (home: string): boolean => !existsSync(home) || readdirSync(home).length === 0
