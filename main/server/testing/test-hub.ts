// A real hub in a test: a real database, the real office behind a real socket on loopback, and a client that can also misbehave.
import { preparing } from '../../queries/prepare.ts'
import { testFileMakers } from '../../testing/file-makers.ts'
import { mkdtempSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { openReadable } from '../../../db/open.ts'
import { isPrepared, keepPrepared, testDatabase, type TestDatabase } from '../../../db/testing/database.ts'
import { writableDb } from '../../../db/tx.ts'
import type { Permission, ReadyMadeRole, Scopes } from '../../../preload/contract/access.ts'
import type { Answer } from '../../../preload/contract/envelope.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { openSession } from '../../access/sessions.ts'
import { unfounded } from '../../access/company.ts'
import type { CommandHandlers } from '../../commands/define-command.ts'
import { commandRunner, type CommandRunner } from '../../commands/run-command.ts'
import { readerPool, type ReaderLimits, type ReaderPool } from '../../queries/reader-pool.ts'
import { allModules } from '../../modules.ts'
import { contentReader } from '../../files/content-reader.ts'
import { type FileStore, openFileStore } from '../../files/store.ts'
import { openFrontDoor, type FrontDoor } from '../front-door.ts'
import { notifier } from '../notifier.ts'
import { openHttp } from '../http.ts'
import { releaseFolder, type ReleaseFolder } from '../network/releases.ts'
import { releaseKeys } from '../../../build/release-key.mjs'

export const CODE = 'TESTCODE'
export const OWNER = { user: 'owner', password: 'harbour-crane-77' }

export type HubAnswer = { status: number; body: Answer<unknown>; text: string; bytes: Buffer; headers: http.IncomingHttpHeaders }
export type HubRequest = {
  body?: unknown
  raw?: string | Buffer
  token?: string | null
  headers?: Record<string, string>
  agent?: http.Agent
}
export type HubUser = { id: string; token: string }
export type TestHub = {
  database: TestDatabase
  door: FrontDoor
  files: FileStore
  runner: CommandRunner
  readers: ReaderPool
  port: number
  address: string
  /** Its folder of releases, looked at when a test says so. */
  releases: ReleaseFolder
  faults: string[]
  /** The clock of the office; null is the real one. `ticks`: the one that never jumps, when it is not to go with the other. */
  clock: { at: string | null; ticks: number | null }
  ownerId: string
  roleIds: Record<ReadyMadeRole, string>
  request(method: string, path: string, given?: HubRequest): Promise<HubAnswer>
  post(path: string, body: unknown, token?: string | null): Promise<HubAnswer>
  signIn(user?: { user: string; password: string }): Promise<string>
  /** A signed-in user with exactly these rights, or with one ready-made role. */
  user(rights: { permissions: readonly Permission[]; scopes?: Scopes } | { role: ReadyMadeRole }): HubUser
  /** The office hears that these tables have changed, as it does after a command: for tests that write rows themselves. */
  changed(...tables: string[]): void
  close(): Promise<void>
}

const ask = (port: number, method: string, address: string, given: HubRequest): Promise<HubAnswer> =>
  new Promise((resolve, reject) => {
    const payload = given.raw ?? (given.body === undefined ? undefined : JSON.stringify(given.body))
    const headers: Record<string, string> = {
      ...(payload === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(payload)) }),
      ...(given.token ? { authorization: `Bearer ${given.token}` } : {}),
      ...given.headers,
    }
    const request = http.request({ host: '127.0.0.1', port, method, path: address, headers, agent: given.agent ?? false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const bytes = Buffer.concat(parts)
        const text = bytes.toString()
        const isJson = response.headers['content-type']?.includes('json') ?? false
        const body = (isJson && text !== '' ? JSON.parse(text) : undefined) as Answer
        resolve({ status: response.statusCode!, body, text, bytes, headers: response.headers })
      })
    })
    request.on('error', reject)
    request.end(payload)
  })

type HubOptions = {
  /** False leaves it as at the very first start. */
  founded?: boolean
  /** Founds the company anew, for a test that hashes passwords in another way; otherwise the founded one is made once a run and copied. */
  anew?: boolean
  /** A prepared database (db/testing/database.ts) instead of an empty one. */
  from?: string
  /** What stands around the handlers of the office, e.g. to take back what every command has written. */
  around?: (handlers: CommandHandlers) => CommandHandlers
  /** Another entry of the reader threads, and other limits: for work that lasts as long as a test wants. */
  reader?: { entry: string; limits: ReaderLimits }
  /** Threads that answer lists, as in an office that serves many; without them the office answers lists itself, as a desktop does. */
  lists?: number
}

/** The prepared database of the founded company: the password of its owner is hashed once a run, as slowly as the office does it. */
const FOUNDED = 'founded-company'
const found = async (hub: TestHub): Promise<void> => {
  const input = {
    company: { ...unfounded, name: '测试公司', nameEn: 'Test Company' },
    owner: { id: newId(), login: OWNER.user, name: '老板', password: OWNER.password, language: 'zh' },
  }
  const { body, text } = await hub.post('/api/found', { code: CODE, input })
  if (!body.ok) throw new Error(`the company was not founded: ${text} ${hub.faults.join('\n')}`)
}

/** Opens a hub. */
export const testHub = async ({
  founded = true,
  anew = false,
  from,
  around = (handlers) => handlers,
  reader,
  lists = 0,
}: HubOptions = {}): Promise<TestHub> => {
  const isMade = founded && !anew && isPrepared(FOUNDED)
  const database = await testDatabase(isMade ? FOUNDED : from)
  const faults: string[] = []
  const fault = (id: string, what: string, error: unknown) =>
    void faults.push(`${id} ${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  const notices = notifier()
  const answers = openReadable(database.file)
  const contents = path.join(database.folder, 'files')
  const makers = testFileMakers(contents)
  const prepare = preparing(answers, allModules.contributed, makers)
  const runner = commandRunner(
    database.write,
    { ...allModules, commands: around(allModules.commands) },
    { committed: notices.committed, fault, faultId: newId, prepare },
  )
  const onReader = { faultId: newId, fault: (text: string) => void faults.push(text), slow: () => undefined }
  const entry = reader?.entry ?? path.resolve(import.meta.dirname, '../../reader.ts')
  const readers = readerPool(entry, database.file, onReader, { lists, limits: reader?.limits })
  if (lists > 0) await readers.start()
  const clock: TestHub['clock'] = { at: null, ticks: null }
  const files = {
    store: openFileStore(contents),
    reader: contentReader(path.resolve(import.meta.dirname, '../../content-process.ts'), (line) => void faults.push(line)),
  }
  const door = openFrontDoor(
    {
      write: database.write,
      read: database.read,
      answers,
      runner,
      all: allModules,
      readers,
      version: '0.0.0-test',
      fault,
      slow: () => undefined,
      makers,
      foundingCode: CODE,
      files,
      foundDemonstration: () => Promise.reject(new Error('CANARY-STACK in the demonstration')),
      clock: {
        now: () => clock.at ?? new Date().toISOString(),
        ticks: () => clock.ticks ?? (clock.at === null ? Date.now() : Date.parse(clock.at)),
      },
    },
    notices,
  )
  const releases = releaseFolder({
    ...{ folder: path.join(database.folder, 'releases'), version: '1.0.0', key: releaseKeys().publicPem, read: database.read },
    ...{ changed: notices.committed, log: (line) => void faults.push(line) },
  })
  const pages = mkdtempSync(path.join(database.folder, 'pages-'))
  writeFileSync(path.join(pages, 'index.html'), '<!doctype html><meta name="csp-nonce" content="__NONCE__"><title>Tradewind</title>')
  writeFileSync(path.join(pages, 'popup.html'), '<!doctype html><title>Tradewind</title>')
  writeFileSync(path.join(pages, 'app.js'), 'export {}')
  const opened = await openHttp(door, {
    listeners: [{ host: '127.0.0.1', port: 0 }],
    pages,
    temporary: path.join(database.folder, 'temporary'),
    version: '0.0.0-test',
    fault,
    releases,
  })
  const address = opened.addresses[0]!
  const port = Number(new URL(address).port)

  const hub: TestHub = {
    database,
    door,
    files: files.store,
    runner,
    readers,
    port,
    address,
    releases,
    faults,
    clock,
    ownerId: '',
    roleIds: {} as TestHub['roleIds'],
    request: (method, address, given = {}) => ask(port, method, address, given),
    changed: (...tables) => notices.committed(tables),
    post: (address, body, token = null) => ask(port, 'POST', address, { body, token }),
    signIn: async (user = OWNER) => {
      const { body, text } = await hub.post('/api/login', user)
      if (!body.ok) throw new Error(`${user.user} could not sign in: ${text}`)
      return (body.value as { token: string }).token
    },
    user: (rights) => {
      const seed = writableDb(database.write, 0)
      const id = newId()
      const at = clock.at ?? new Date().toISOString()
      const person = {
        name: id,
        nameEn: '',
        email: '',
        phone: '',
        departmentId: null,
        language: 'zh',
        active: 1,
        createdAt: at,
        revision: 1,
      }
      seed.put('user', { id, login: `user-${id.slice(-12)}`, ...person })
      const roleId = 'role' in rights ? hub.roleIds[rights.role] : newId()
      if (!('role' in rights))
        seed.put('role', {
          id: roleId,
          code: null,
          name: id,
          nameEn: '',
          permissions: JSON.stringify(rights.permissions),
          scopes: JSON.stringify(rights.scopes ?? {}),
          revision: 1,
        })
      seed.put('user_role', { id: newId(), userId: id, roleId })
      return { id, token: openSession(database.write, id, 'test', at).token }
    },
    close: async () => {
      await opened.close()
      await files.reader.close()
      await readers.close()
      await makers.close()
      answers.close()
      database.close()
    },
  }
  if (founded) {
    if (!isMade) {
      await found(hub)
      if (!anew) await keepPrepared(FOUNDED, database)
    }
    const { sql } = database.read
    hub.ownerId = (sql.prepare('SELECT id FROM user WHERE login = ?').get(OWNER.user) as { id: string }).id
    const roles = sql.prepare('SELECT code, id FROM role WHERE code IS NOT NULL').all() as { code: ReadyMadeRole; id: string }[]
    for (const { code, id } of roles) hub.roleIds[code] = id
  }
  return hub
}
