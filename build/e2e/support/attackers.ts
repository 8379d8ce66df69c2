// Who attacks the hub in hub-limits.test.ts: a thread of its own, so that whoever is at work meanwhile is slowed by the hub alone.
import { connect } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'

const { address, token, ms } = workerData as { address: string; token: string; ms: number }

/** Sends bytes of a request by hand, as much of it as the hub takes, and waits for the end of the socket; the status line of the answer. */
const raw = (begin: string, body: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<string> =>
  new Promise((resolve) => {
    const { port } = new URL(address)
    let answer = ''
    const socket = connect(Number(port), '127.0.0.1')
    const end = () => (clearTimeout(timer), socket.destroy(), resolve(answer.split('\r\n')[0]!))
    const timer = setTimeout(end, ms)
    socket.on('data', (part) => {
      answer += part.toString('latin1')
      if (answer.includes('\r\n\r\n')) end()
    })
    socket.on('error', () => undefined)
    socket.on('close', end)
    const send = async () => {
      socket.write(begin)
      for await (const part of body) {
        if (socket.destroyed) return
        if (!socket.write(part)) await new Promise((done) => (socket.once('drain', done), socket.once('close', done)))
      }
    }
    socket.on('connect', () => void send())
  })
const head = (lines: string[]) => `${[...lines, `Host: ${new URL(address).host}`, 'Content-Type: application/json'].join('\r\n')}\r\n\r\n`
const whole = (path: string, body: Buffer | string, as = '', more: string[] = []) => {
  const bytes = Buffer.from(body)
  const bearer = as === '' ? [] : [`Authorization: Bearer ${as}`]
  return raw(head([`POST /api/${path} HTTP/1.1`, `Content-Length: ${bytes.length}`, ...bearer, ...more]), [bytes])
}
function* chunks(part: Buffer, count: number) {
  const chunk = Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')])
  for (let n = 0; n < count; n++) yield chunk
}

async function* drops() {
  for (;;) {
    yield Buffer.from('x')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const MIB = 1024 * 1024
const command = (input: string) => `{"id":"${newId()}","input":${input}}`
const long = `{"user":"${'a'.repeat(4 * MIB - 100)}","password":"x"}`
const manyKeys = `{${Array.from({ length: 300_000 }, (_, n) => `"${n.toString(36)}":1`).join()}}`
const manyItems = `[${'0,'.repeat(2 * MIB - 100)}0]`
const manyLines = command(`{"lines":[${'{},'.repeat(1_300_000)}{}]}`)
const deep = command(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)
const deepest = command(`${'['.repeat(2 * MIB - 100)}`)
const large = Buffer.from(command(`{"key":"draft","value":"${'x'.repeat(4 * MIB - 200)}"}`))
// A gigabyte of blanks, as it travels.
const bomb = gzipSync(Buffer.alloc(64 * MIB, ' '), { level: 9 })
const bombs = Buffer.concat(Array.from({ length: 16 }, () => bomb))

/** Each attack: one request of it, sent by that many at once, again and again. */
const attacks: { name: string; sockets: number; one: (n: number) => Promise<string> }[] = [
  { name: 'long sign-ins', sockets: 20, one: () => whole('login', long) },
  { name: 'sign-ins of many keys', sockets: 20, one: () => whole('login', manyKeys) },
  { name: 'sign-ins that are a list', sockets: 20, one: () => whole('login', manyItems) },
  {
    name: 'sign-ins without an end',
    sockets: 20,
    one: () => raw(head(['POST /api/login HTTP/1.1', 'Transfer-Encoding: chunked']), chunks(Buffer.alloc(64 * 1024, '['), 1000)),
  },
  { name: 'large commands of strangers', sockets: 50, one: () => whole('command/remember', large) },
  { name: 'depth', sockets: 20, one: (n) => whole('command/remember', n % 2 ? deep : deepest, token) },
  { name: 'many keys of one signed in', sockets: 10, one: () => whole('command/remember', command(manyKeys), token) },
  { name: 'many items of one signed in', sockets: 10, one: () => whole('query/customers', manyItems, token) },
  { name: 'many lines of one signed in', sockets: 10, one: () => whole('command/create-sales-contract', manyLines, token) },
  { name: 'large commands of one signed in', sockets: 40, one: () => whole('command/remember', large, token) },
  {
    name: 'a gigabyte in a zip',
    sockets: 10,
    one: (n) => whole(n % 2 ? 'login' : 'command/remember', bombs, n % 3 ? token : '', ['Content-Encoding: gzip']),
  },
  {
    name: 'guesses',
    sockets: 50,
    one: (n) => whole('login', JSON.stringify({ user: `name${n}`, password: 'guess' })),
  },
  {
    name: 'headers drop by drop',
    sockets: 300,
    one: () => raw('POST /api/login HTTP/1.1\r\nX-Drop: ', drops()),
  },
  {
    name: 'bodies drop by drop',
    sockets: 300,
    one: () => raw(head(['POST /api/login HTTP/1.1', 'Content-Length: 4000']), drops()),
  },
]

const run = async (name: string): Promise<void> => {
  const attack = attacks.find((one) => one.name === name)!
  const said: Record<string, number> = {}
  const end = performance.now() + ms
  const attacker = async (n: number) => {
    while (performance.now() < end) {
      const line = await attack.one(n)
      said[line] = (said[line] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: attack.sockets }, (_, n) => attacker(n)))
  parentPort!.postMessage(said)
}
parentPort!.on('message', (name: string) => void run(name))
