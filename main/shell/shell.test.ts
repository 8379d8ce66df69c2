// The desktop's guards by themselves: which links are opened, which files are served, which senders and messages are heard.
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OfficeLink } from './office-link.ts'

type Handler = (event: unknown, ...args: unknown[]) => Promise<unknown>
const electron = vi.hoisted(() => ({
  handlers: new Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>>(),
  opened: [] as string[],
  packaged: { is: false },
  served: undefined as ((request: { url: string }) => Promise<Response>) | undefined,
}))
vi.mock('electron', () => ({
  app: {
    get isPackaged() {
      return electron.packaged.is
    },
    getVersion: () => '1.2.3',
    getPath: () => '/documents',
  },
  dialog: {},
  ipcMain: { handle: (channel: string, handler: Handler) => void electron.handlers.set(channel, handler) },
  Notification: class {
    static isSupported = () => false
  },
  protocol: { handle: (_scheme: string, serve: typeof electron.served) => void (electron.served = serve) },
  session: {},
  shell: { openExternal: async (url: string) => void electron.opened.push(url) },
}))
const { isOpenable, isOurs, openExternal, webPreferences } = await import('./security.ts')
const { fileOf, servePages } = await import('./pages.ts')
const { unknownSwitch } = await import('./switches.ts')
const { registerChannels } = await import('./ipc.ts')

describe('[SEC8] links', () => {
  const table: [string, boolean][] = [
    ['https://example.com/a?b#c', true],
    ['mailto:office@example.com', true],
    ['tel:+8657487000000', true],
    ['http://example.com', false],
    ['file:///etc/passwd', false],
    ['file://server/share', false],
    ['smb://server/share', false],
    ['\\\\server\\share', false],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['vbscript:x', false],
    ['ms-msdt:/id', false],
    ['ms-word:ofe|u|https://evil.example/x.docx', false],
    ['search-ms:query=x', false],
    ['app://tradewind/', false],
    ['blob:https://example.com/x', false],
    [' javascript:alert(1)', false],
    ['C:\\Windows\\system32\\calc.exe', false],
    ['', false],
    ['not a link', false],
  ]
  it.each(table)('%s → %s', async (url, allowed) => {
    electron.opened.length = 0
    expect(isOpenable(url)).toBe(allowed)
    expect(await openExternal(url)).toBe(allowed)
    expect(electron.opened).toEqual(allowed ? [url] : [])
  })

  it('only our own pages are ours', () => {
    expect(['app://tradewind', 'app://tradewind/', 'app://tradewind/index.html#x'].map(isOurs)).toEqual([true, true, true])
    const others = [
      'app://tradewind.evil.example/',
      'app://tradewindevil/',
      'app://other/',
      'about:blank',
      '',
      'https://tradewind/',
      'file:///x',
      'data:text/html,app://tradewind/',
    ]
    expect(others.filter(isOurs)).toEqual([])
  })
})

describe('[SEC1] [SEC3] [SEC16] preferences', () => {
  it('are the hard ones, and a released app has no developer tools', () => {
    const hard = {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    }
    expect(webPreferences('/p')).toMatchObject({ ...hard, devTools: true })
    electron.packaged.is = true
    expect(webPreferences('/p')).toMatchObject({ ...hard, devTools: false })
    electron.packaged.is = false
  })
})

describe('[U40] [SEC16] switches of a released program', () => {
  const unknown = (word: string, platform: NodeJS.Platform = 'linux') => unknownSwitch(['--data', 'x', word], platform)
  it.each(['--demo', '--serve', '--port=0', '--updated', '--lang=zh-CN', 'tradewind://vendors', '/home/zhang/公司', ''])(
    '%s is let in',
    (word) => expect(unknown(word)).toBeUndefined(),
  )
  it.each(['--remote-debugging-port', '-inspect', ' --inspect-brk=1', '\t--js-flags=x', '--Inspect', '--demo-x', '--', '--no-sandbox'])(
    '%s is not',
    (word) => expect(unknown(word)).toBe(word),
  )
  it('on Windows a slash begins a switch too', () => {
    expect(unknown('/remote-debugging-port=0', 'win32')).toBe('/remote-debugging-port=0')
    expect(unknown('/data', 'win32')).toBeUndefined()
    expect(unknown('C:\\公司', 'win32')).toBeUndefined()
  })
  it('whatever it is called, a switch that is not ours is not let in', () => {
    const ours = [
      'data',
      'port',
      'demo',
      'serve',
      'updated',
      'embedding',
      'lang',
      'force-device-scale-factor',
      'disable-gpu',
      'ozone-platform',
      'ozone-platform-hint',
      'password-store',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom('-', '--', ' --'),
        fc.stringMatching(/^[a-z][a-z-]{0,30}$/),
        fc.constantFrom('', '=', '=1'),
        (dashes, name, value) => {
          expect(unknown(`${dashes}${name}${value}`) === undefined).toBe(ours.includes(name))
        },
      ),
    )
  })
})

describe('[SEC5] pages', () => {
  let base: string
  let pages: string
  beforeAll(() => {
    base = realpathSync(mkdtempSync(path.join(tmpdir(), 'tradewind-pages-')))
    pages = path.join(base, 'renderer')
    mkdirSync(path.join(pages, 'assets'), { recursive: true })
    for (const file of ['renderer/index.html', 'renderer/assets/app.js', 'renderer/secret.txt', 'outside.js'])
      writeFileSync(path.join(base, file), 'x')
    symlinkSync(path.join(base, 'outside.js'), path.join(pages, 'link.js'))
    symlinkSync(base, path.join(pages, 'linked'))
    mkdirSync(path.join(base, 'renderer-evil'))
    writeFileSync(path.join(base, 'renderer-evil/x.js'), 'x')
  })
  afterAll(() => rmSync(base, { recursive: true, force: true }))

  it('are served by their names', async () => {
    expect(await fileOf(pages, 'app://tradewind/')).toBe(path.join(pages, 'index.html'))
    expect(await fileOf(pages, 'app://tradewind/assets/app.js?v=1#x')).toBe(path.join(pages, 'assets/app.js'))
  })

  it('[SEC4] every page of the program carries the policy with a nonce of its own; every other file lets nothing run', async () => {
    const sources = path.resolve(import.meta.dirname, '../../renderer')
    const all = readdirSync(sources).filter((name) => name.endsWith('.html'))
    expect(all).toEqual(expect.arrayContaining(['index.html', 'popup.html']))
    servePages(sources)
    const policyOf = async (name: string) =>
      (await electron.served!({ url: `app://tradewind/${name}` })).headers.get('content-security-policy')
    for (const name of ['', ...all]) {
      const [first, second] = [await policyOf(name), await policyOf(name)]
      expect([name, first]).toEqual([
        name,
        expect.stringMatching(/^default-src 'none'; script-src 'self'; .*connect-src 'none'; .*form-action 'none'$/),
      ])
      expect(first).not.toBe(second)
    }
    expect(await policyOf('popup.css')).toBe("default-src 'none'; frame-ancestors 'none'")
  })

  it.each([
    'app://tradewind/../outside.js',
    'app://tradewind/..%2foutside.js',
    'app://tradewind/%2e%2e/outside.js',
    'app://tradewind/..%2f..%2f..%2fetc%2fpasswd',
    'app://tradewind/..%5coutside.js',
    'app://tradewind/assets/..%2f..%2foutside.js',
    'app://tradewind/..%252foutside.js',
    'app://tradewind/%2fetc/passwd',
    'app://tradewind//server/share/x.js',
    'app://tradewind/link.js',
    'app://tradewind/linked/outside.js',
    'app://tradewind/..%2frenderer-evil/x.js',
    'app://tradewind/index.html%00.js',
    'app://tradewind/%',
    'app://tradewind/secret.txt',
    'app://tradewind/assets',
    'app://tradewind/nothing.js',
    'app://other/index.html',
    'file:///etc/passwd',
    'not an address',
  ])('nothing outside: %s', async (address) => {
    expect(await fileOf(pages, address)).toBeUndefined()
  })
})

describe('[SEC11] channels', () => {
  const asked: unknown[] = []
  const link: OfficeLink = {
    ask: async (request, token) => (asked.push([request, token]), { ok: true, value: 'answer' }),
    exportTo: async (options, target, token) => (asked.push([options, target, token]), { ok: true, value: { rows: 3 } }),
    sendPart: async (part, bytes, token) => (asked.push([part, bytes.length, token]), { ok: true, value: { received: 4, done: true } }),
    readFile: async (what, token) => (asked.push([what, token]), { ok: true, value: new Uint8Array(2) }),
    download: async (what, target, token) => (asked.push([what, target, token]), { ok: true, value: {} }),
    foundingCode: async () => 'CODE',
    stop: async () => undefined,
  }
  const contents = {}
  let chosen: string | undefined = '/documents/x.xlsx'
  const names: string[] = []
  beforeAll(() =>
    registerChannels(
      link,
      () => ({ webContents: contents }) as never,
      async (name) => (names.push(name), chosen),
    ),
  )
  beforeEach(() => void (asked.length = 0))

  const top = (url: string) => ({ senderFrame: { url, parent: null }, sender: contents })
  const call = (channel: string, event: unknown, ...args: unknown[]) => electron.handlers.get(channel)!(event, ...args)
  const good: Record<string, unknown[]> = {
    'tradewind:ask': [{ kind: 'hello' }, null],
    'tradewind:save-export': [{ list: 'customers', input: {}, language: 'zh' }, '客户.xlsx', 'token'],
    'tradewind:send-part': [{ sha256: 'a'.repeat(64), size: 4, at: 0, name: 'x.pdf' }, new Uint8Array(4), 'token'],
    'tradewind:read-file': [{ version: '01920000-0000-7000-8000-000000000002' }, 'token'],
    'tradewind:save-download': [{ version: '01920000-0000-7000-8000-000000000002' }, '提单.pdf', 'token'],
    'tradewind:founding-code': [],
    'tradewind:open-external': ['file:///etc/passwd'],
    'tradewind:notify': ['title', 'body', 1],
    'tradewind:versions': [],
    'tradewind:take-link': [],
  }

  it('there are these and no others, and the page that is ours is heard on each', async () => {
    expect([...electron.handlers.keys()].toSorted()).toEqual(Object.keys(good).toSorted())
    const answers = Object.fromEntries(
      await Promise.all(
        Object.entries(good).map(async ([channel, args]) => [channel, await call(channel, top('app://tradewind/'), ...args)]),
      ),
    )
    expect(answers).toEqual({
      'tradewind:ask': { ok: true, value: 'answer' },
      'tradewind:save-export': { ok: true, value: { path: '/documents/x.xlsx', rows: 3 } },
      'tradewind:send-part': { ok: true, value: { received: 4, done: true } },
      'tradewind:read-file': { ok: true, value: new Uint8Array(2) },
      'tradewind:save-download': { ok: true, value: { path: '/documents/x.xlsx' } },
      'tradewind:founding-code': 'CODE',
      'tradewind:open-external': false,
      'tradewind:notify': false,
      'tradewind:versions': expect.objectContaining({ app: '1.2.3', packaged: false }),
      'tradewind:take-link': null,
    })
  })

  const strangers: Record<string, unknown> = {
    'about:blank': top('about:blank'),
    'an empty address': top(''),
    'another origin': top('https://evil.example/'),
    'a look-alike': top('app://tradewind.evil.example/'),
    'a file': top('file:///tmp/x.html'),
    'a frame inside': { senderFrame: { url: 'app://tradewind/', parent: { url: 'app://tradewind/' } }, sender: contents },
    'a frame that is gone': { senderFrame: null, sender: contents },
    'another window': { senderFrame: { url: 'app://tradewind/', parent: null }, sender: {} },
  }
  for (const [who, event] of Object.entries(strangers))
    it(`${who} is refused on every channel`, async () => {
      for (const [channel, args] of Object.entries(good)) await expect(call(channel, event, ...args)).rejects.toThrow('not allowed')
      expect(asked).toEqual([])
    })

  it('a thousand wild messages reach the office only in the agreed shape, and break nothing', async () => {
    const wild = fc.array(fc.anything({ maxDepth: 3, withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }), {
      maxLength: 4,
    })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(good)), wild, async (channel, args) => {
        asked.length = 0
        await call(channel, top('app://tradewind/'), ...args).catch((error: Error) => expect(error.message).toBe('not understood'))
        for (const entry of asked as [{ kind?: unknown; list?: unknown }, ...unknown[]][]) {
          expect(typeof (entry[0].kind ?? entry[0].list)).toBe('string')
          expect(['string', 'object']).toContain(typeof entry.at(-1))
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('a suggested file name is a name only, and a cancelled dialog writes nothing', async () => {
    names.length = 0
    for (const name of ['../../etc/passwd', 'C:\\x\\y.xlsx', 'a\u0000b|c?.xlsx', '', 'x'.repeat(500)])
      await call('tradewind:save-export', top('app://tradewind/'), good['tradewind:save-export']![0], name, 'token')
    expect(names).toEqual(['.._.._etc_passwd', 'C__x_y.xlsx', 'a_b_c_.xlsx', 'export.xlsx', 'x'.repeat(120)])
    chosen = undefined
    asked.length = 0
    expect(await call('tradewind:save-export', top('app://tradewind/'), ...good['tradewind:save-export']!)).toEqual({
      ok: true,
      value: null,
    })
    expect(asked).toEqual([])
    chosen = '/documents/x.xlsx'
  })
})
