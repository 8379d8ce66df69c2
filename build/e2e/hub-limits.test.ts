// The hub under everything that security.md 38 lists and more, as a process of its own: its memory stays flat and others hardly notice (SEC29, SEC31, SEC38).
import { readFileSync } from 'node:fs'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { rounds } from '../soak/rounds.ts'
import { post } from './support/client.ts'
import { foundedOffice } from './support/founded.ts'
import { endAll, removeFolders, type Office } from './support/office.ts'

/** How long each attack lasts, ms. */
const ATTACK_MS = rounds(700, 60_000)
const MOST_RSS = 300
const MOST_P99 = 200

let office: Office
let address = ''
let token = ''
beforeAll(async () => {
  ;({ office, address, token } = await foundedOffice())
})
afterAll(async () => {
  await endAll()
  removeFolders()
})

/** Resident memory of the hub in MiB, now and at its highest. */
const memory = () => {
  const status = readFileSync(`/proc/${office.process.pid}/status`, 'utf8')
  const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)![1]) / 1024
  return { now: of('VmRSS'), highest: of('VmHWM') }
}

/** How long the hub's one thread for requests has computed so far, ms: what machine and neighbours take from it is not counted. */
const busy = () => Number(readFileSync(`/proc/${office.process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6

/** Every attack of support/attackers.ts, and what the hub answers to it (nothing at all to whoever never ends their request). */
const attacks: [name: string, answers: RegExp][] = [
  ['long sign-ins', / 413 /],
  ['sign-ins of many keys', / 413 /],
  ['sign-ins that are a list', / 413 /],
  ['sign-ins without an end', / 4\d\d /],
  ['large commands of strangers', / 401 /],
  ['depth', / 400 /],
  ['many keys of one signed in', / 400 /],
  ['many items of one signed in', / 400 /],
  ['many lines of one signed in', / 400 /],
  ['large commands of one signed in', / (400|503) /],
  ['a gigabyte in a zip', / (400|401|413) /],
  ['guesses', / (401|503) /],
  ['headers drop by drop', /^$| 4\d\d /],
  ['bodies drop by drop', /^$| 4\d\d /],
]

/** Somebody at work meanwhile: how long the hub computed while each of their requests waited, ms. */
const atWork = async (until: () => boolean): Promise<number[]> => {
  const took: number[] = []
  for (let n = 0; !until(); n++) {
    const from = busy()
    const { status } =
      n % 3 === 0
        ? await post(address, 'command/remember', { id: newId(), input: { key: 'draft', value: `${n}` } }, token)
        : await post(address, n % 3 === 1 ? 'query/me' : 'query/customers', n % 3 === 1 ? {} : { params: {} }, token)
    took.push(busy() - from)
    expect(status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return took
}
const p99 = (took: number[]) => took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.99)]!

it('[SEC38] memory stays below 300 MiB under every attack, and others wait no 200 ms', {
  timeout: attacks.length * ATTACK_MS + 120_000,
}, async () => {
  const wrong: unknown[] = []
  const attackers = new Worker(new URL('support/attackers.ts', import.meta.url), { workerData: { address, token, ms: ATTACK_MS } })
  for (const [name, answers] of attacks) {
    let over = false
    const said = once(attackers, 'message').then(([lines]) => ((over = true), lines as Record<string, number>))
    attackers.postMessage(name)
    const slow = Math.round(p99(await atWork(() => over)))
    const lines = await said
    const unlike = Object.keys(lines).filter((line) => line !== '' && !answers.test(line))
    const { highest } = memory()
    if (slow > MOST_P99 || highest > MOST_RSS || unlike.length > 0) wrong.push({ name, slow, highest, unlike })
  }
  await attackers.terminate()
  expect(wrong).toEqual([])
  expect(office.said().err).toBe('')
})
