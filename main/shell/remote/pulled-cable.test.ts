// A desk in a network of its own, as on another PC: its kernel, its addresses and a cable to the office that is really pulled, at either end. Rule D13 of desks.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { secureHub, type SecureHub } from '../../server/testing/secure-hub.ts'
import { testHub, type TestHub } from '../../server/testing/test-hub.ts'

/** Of this test alone, on a machine where several may run. */
const NAME = `tw${process.pid % 100_000}`
const [AT_OFFICE, AT_DESK] = [`${NAME}o`, `${NAME}d`]
const NET = `10.${213 + (process.pid % 40)}.${process.pid % 250}`
const OFFICE = `${NET}.1`

const ip = (...words: string[]) => void execFileSync('ip', words, { stdio: 'pipe' })
const inside = (...words: string[]) => ip('netns', 'exec', NAME, 'ip', ...words)
/** Networks of their own are root's, and not every container's. */
const mayHaveNetworks = ((): boolean => {
  try {
    ip('netns', 'add', NAME)
    ip('netns', 'delete', NAME)
    return true
  } catch {
    return false
  }
})()

let hub: TestHub
let served: SecureHub
let desk: ChildProcess
const heard: { at: number; word: string }[] = []
const since = (from: number, word: string) => heard.find((one) => one.at >= from && one.word === word)

const layCable = () => {
  ip('netns', 'add', NAME)
  ip('link', 'add', AT_OFFICE, 'type', 'veth', 'peer', 'name', AT_DESK)
  ip('link', 'set', AT_DESK, 'netns', NAME)
  ip('address', 'add', `${OFFICE}/24`, 'dev', AT_OFFICE)
  ip('link', 'set', AT_OFFICE, 'up')
  inside('address', 'add', `${NET}.2/24`, 'dev', AT_DESK)
  inside('link', 'set', AT_DESK, 'up')
}
const openDesk = () => {
  const { membership, token } = served.joined()
  const script = path.join(import.meta.dirname, 'testing/desk.ts')
  desk = spawn('ip', ['netns', 'exec', NAME, process.execPath, script, JSON.stringify(membership), token], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  desk.stdout!.on('data', (part: Buffer) =>
    heard.push(
      ...part
        .toString()
        .trim()
        .split('\n')
        .map((word) => ({ at: performance.now(), word })),
    ),
  )
}

describe.runIf(mayHaveNetworks)('[D13] a desk on a network of its own', () => {
  beforeEach(async () => {
    heard.splice(0)
    layCable()
    hub = await testHub()
    served = await secureHub(hub, OFFICE)
    openDesk()
    await expect.poll(() => since(0, 'answered'), { timeout: 30_000 }).toBeDefined()
  })
  afterEach(async () => {
    desk.kill('SIGKILL')
    await once(desk, 'close')
    await served.close()
    await hub.close()
    ip('link', 'delete', AT_OFFICE)
    ip('netns', 'delete', NAME)
    expect(hub.faults).toEqual([])
  })

  const ends = {
    'at the desk': { pull: () => inside('link', 'set', AT_DESK, 'down'), plugIn: () => inside('link', 'set', AT_DESK, 'up') },
    'at the office': { pull: () => ip('link', 'set', AT_OFFICE, 'down'), plugIn: () => ip('link', 'set', AT_OFFICE, 'up') },
  }
  it.each(Object.entries(ends))('notices within six seconds that its cable was pulled %s, and is back within five', async (_end, cable) => {
    expect(since(0, 'down')).toBeUndefined()
    const pulled = performance.now()
    cable.pull()
    await expect.poll(() => since(pulled, 'down'), { interval: 20, timeout: 20_000 }).toBeDefined()
    expect(since(pulled, 'down')!.at - pulled).toBeLessThan(6000)
    // Long enough for looks at the office to come to nothing.
    await rest(8000)
    expect(since(pulled, 'up')).toBeUndefined()
    const plugged = performance.now()
    cable.plugIn()
    await expect.poll(() => since(plugged, 'up'), { interval: 20, timeout: 20_000 }).toBeDefined()
    expect(since(plugged, 'up')!.at - plugged).toBeLessThan(5000)
    await expect.poll(() => since(since(plugged, 'up')!.at, 'answered'), { timeout: 20_000 }).toBeDefined()
  })
})
