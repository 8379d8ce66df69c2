// What may come through the hub's door at all: hosts and origins, sizes and shapes, routes and methods, and what an error tells (SEC37–39, 45).
import { policyOf } from '../page.ts'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testHub, type TestHub } from './testing/test-hub.ts'

let hub: TestHub
let token: string
beforeAll(async () => {
  hub = await testHub()
  token = await hub.signIn()
})
afterAll(() => hub.close())

/** Opens a WebSocket by hand; the status line of the answer. */
const upgrade = (headers: Record<string, string>): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(hub.port, '127.0.0.1', () =>
      socket.write(
        `GET /api/live HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${Object.entries(
          headers,
        )
          .map(([k, v]) => `${k}: ${v}\r\n`)
          .join('')}\r\n`,
      ),
    )
    let answer = ''
    socket.on('data', (data) => {
      answer ||= data.toString().split('\r\n')[0]!
      if (answer.includes('101')) socket.destroy()
    })
    // A refused one must be closed by the hub: the client does nothing.
    socket.once('close', () => resolve(answer))
    socket.once('error', reject)
  })

describe('[SEC37] hosts and origins', () => {
  const hello = (headers: Record<string, string>) => hub.request('GET', '/api/hello', { headers })

  it('our own names are let in, with our own pages as origin or none', async () => {
    for (const host of ['127.0.0.1', 'localhost']) {
      expect((await hello({ host: `${host}:${hub.port}` })).status).toBe(200)
      expect((await hello({ host: `${host}:${hub.port}`, origin: `http://${host}:${hub.port}` })).status).toBe(200)
    }
  })

  it('any other host is refused: no rebinding of names', async () => {
    for (const host of [
      'tradewind.example',
      `evil.example:${hub.port}`,
      '127.0.0.1',
      `127.0.0.1:${hub.port + 1}`,
      `127.0.0.1.evil.example:${hub.port}`,
    ])
      expect([host, (await hello({ host })).status]).toEqual([host, 403])
  })

  it('any other origin is refused, pages and API alike', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      `https://127.0.0.1:${hub.port}`,
      `http://127.0.0.1:${hub.port}.evil.example`,
      'http://localhost',
    ])
      for (const path of ['/api/hello', '/', '/app.js', '/api/openapi.json'])
        expect([origin, path, (await hub.request('GET', path, { headers: { origin } })).status]).toEqual([origin, path, 403])
  })

  it('holds for the notices socket too', async () => {
    const host = `127.0.0.1:${hub.port}`
    expect(await upgrade({ Host: host })).toContain('101')
    expect(await upgrade({ Host: host, Origin: `http://${host}` })).toContain('101')
    expect(await upgrade({ Host: host, Origin: 'https://evil.example' })).toContain('403')
    expect(await upgrade({ Host: 'evil.example' })).toContain('403')
    expect(await upgrade({ Host: host, Origin: 'null' })).toContain('403')
  })
})

describe('[SEC38] sizes and patience', () => {
  const remember = (value: string) => ({ id: crypto.randomUUID(), input: { key: 'draft', value } })

  it('a body of more than 4 MiB is refused', async () => {
    const { status, body } = await hub.post('/api/command/remember', remember('x'.repeat(5 * 1024 * 1024)), token)
    expect([status, body]).toEqual([
      413,
      { ok: false, refused: 'invalid-input', data: { issues: [{ path: '', rule: 'FST_ERR_CTP_BODY_TOO_LARGE' }] } },
    ])
  })

  it('JSON of 10,000 levels, and of 30, is refused without harm', async () => {
    for (const depth of [30, 10_000]) {
      const raw = `{"id":"x","input":${'['.repeat(depth)}${']'.repeat(depth)}}`
      const answer = await hub.request('POST', '/api/command/remember', { raw, token })
      expect([answer.status, answer.body]).toEqual([
        400,
        { ok: false, refused: 'invalid-input', data: { issues: [{ path: '', rule: 'depth' }] } },
      ])
    }
    expect((await hub.request('GET', '/api/hello')).status).toBe(200)
  })

  it('a compressed body is never unpacked: a bomb of a gigabyte stays the megabyte it is', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024))
    const before = process.memoryUsage().rss
    for (let i = 0; i < 16; i++) {
      const answer = await hub.request('POST', '/api/command/remember', { raw: bomb, token, headers: { 'content-encoding': 'gzip' } })
      expect(answer.status).toBe(400)
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024)
  })

  it('other bodies than JSON are refused', async () => {
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x'])
      expect(
        (await hub.request('POST', '/api/login', { raw: '{"user":"a","password":"b"}', headers: { 'content-type': type } })).status,
      ).toBe(415)
    expect((await hub.request('POST', '/api/login', { raw: '{"user":' })).status).toBe(400)
  })

  it('who sends headers drop by drop is let go within seconds', async () => {
    const started = performance.now()
    await new Promise<void>((resolve, reject) => {
      const socket = connect(hub.port, '127.0.0.1', () => socket.write(`POST /api/login HTTP/1.1\r\nHost: 127.0.0.1:${hub.port}\r\n`))
      const drip = setInterval(() => socket.writable && socket.write('X-Drop: 1\r\n'), 200)
      socket.on('error', () => undefined)
      socket.on('data', () => undefined)
      socket.on('close', () => (clearInterval(drip), resolve()))
      setTimeout(() => reject(new Error('still being listened to after 15 s')), 15_000).unref()
    })
    expect(performance.now() - started).toBeGreaterThan(3000)
  })

  it('a list gives at most 200 rows a page, whatever is asked', async () => {
    expect((await hub.post('/api/query/customers', { limit: 201, params: {} }, token)).status).toBe(400)
    expect((await hub.post('/api/query/customers', { limit: 200, params: {} }, token)).status).toBe(200)
  })
})

describe('[SEC39] routes and errors', () => {
  it('methods and paths that are not listed are answered 404', async () => {
    const unlisted: [string, string][] = [
      ['GET', '/api/login'],
      ['PUT', '/api/login'],
      ['DELETE', '/api/command/remember'],
      ['GET', '/api/query/customers'],
      ['HEAD', '/api/export/customers'],
      ['OPTIONS', '/api/hello'],
      ['TRACE', '/api/hello'],
      ['GET', '/api'],
      ['GET', '/api/command'],
      ['POST', '/'],
      ['GET', '/..%2f..%2fcompany.sqlite'],
      ['GET', '/../company.sqlite'],
      ['GET', '/%2e%2e/%2e%2e/etc/passwd'],
      ['GET', '/.env'],
    ]
    for (const [method, path] of unlisted) {
      const answer = await hub.request(method, path)
      expect([method, path, [403, 404].includes(answer.status)]).toEqual([method, path, true])
      expect(answer.text).not.toMatch(/SQLite|node:internal|at \w+ \(/)
    }
  })

  it('unknown commands and queries are said to be unknown, whatever their names', async () => {
    for (const name of ['no-such', '__proto__', 'constructor', 'toString', 'hasOwnProperty', "'; DROP TABLE user; --", 'x'.repeat(95)]) {
      const path = encodeURIComponent(name)
      const asked = await hub.post(`/api/query/${path}`, {}, token)
      expect([name, asked.status, asked.body.ok]).toEqual([name, name.length > 80 ? 400 : 404, false])
      const told = await hub.post(`/api/command/${path}`, { id: '01920000-0000-7000-8000-000000000001', input: {} }, token)
      expect([name, told.status, told.body.ok]).toEqual([name, name.length > 80 ? 400 : 404, false])
    }
  })

  it('a forced exception shows an id, and neither stack nor message; the log has both under that id', async () => {
    const fresh = await testHub({ founded: false })
    try {
      const answer = await fresh.post('/api/found-demonstration', { code: 'TESTCODE' })
      expect(answer.status).toBe(500)
      const { fault } = answer.body as { fault: string }
      expect(answer.body).toEqual({ ok: false, fault })
      expect(fresh.faults[0]).toContain(`${fault} request: Error: CANARY-STACK`)
      expect((await fresh.request('GET', '/api/hello')).body).toMatchObject({ ok: true, value: { state: 'empty' } })
    } finally {
      await fresh.close()
    }
  })

  it('every answer forbids sniffing, referrers and caching; pages carry the policy with a nonce of their own', async () => {
    const [first, second] = [await hub.request('GET', '/'), await hub.request('GET', '/')]
    const nonces = [first, second].map((page) => {
      expect(page.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      })
      const nonce = /'nonce-([^']+)'/.exec(String(page.headers['content-security-policy']))![1]!
      expect(page.text).toContain(`content="${nonce}"`)
      expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; ")
      return nonce
    })
    expect(nonces[0]).not.toBe(nonces[1])
    expect((await hub.request('GET', '/app.js')).headers['x-content-type-options']).toBe('nosniff')
  })

  it('[SEC4] every page carries the policy, however its address is written; every other answer lets nothing run', async () => {
    for (const address of [
      '/',
      '/index.html',
      '/popup.html',
      '/popup.html?x=1',
      '/%70opup.html',
      '/popup%2Ehtml',
      '//popup.html',
      '/./popup.html',
    ]) {
      const { status, headers, text } = await hub.request('GET', address)
      if (status === 200)
        expect([address, headers['content-security-policy']]).toEqual([
          address,
          expect.stringMatching(/script-src 'self'; .*form-action 'none'/),
        ])
      else expect([address, status >= 400, text.includes('<title>')]).toEqual([address, true, false])
    }
    expect((await hub.request('GET', '/popup.html')).status).toBe(200)
    for (const address of ['/POPUP.HTML', '/app.js', '/nothing.html', '/api/hello'])
      expect([address, (await hub.request('GET', address)).headers['content-security-policy']]).toEqual([
        address,
        "default-src 'none'; frame-ancestors 'none'",
      ])
    // The thread that reads PDFs may load its decoders: our own files, nothing else.
    expect(policyOf('/pages/assets/pdf-worker-Ab_1.js')).toBe("default-src 'none'; frame-ancestors 'none'; script-src 'self'")
    for (const other of ['/pages/assets/index.js', '/pages/pdf-worker.html', '/pages/pdf-worker.js/x.svg'])
      expect(policyOf(other)).toBe("default-src 'none'; frame-ancestors 'none'")
  })
})

describe('[SEC45] strict shapes', () => {
  const id = '01920000-0000-7000-8000-000000000002'
  const input = { key: 'k', value: 'v' }

  it('keys that nobody asked for are refused, in the envelope and in the input', async () => {
    const bodies: [string, unknown][] = [
      ['/api/login', { user: 'a', password: 'b', admin: true }],
      ['/api/login', { user: 'a', password: 'b', kind: 'hello' }],
      ['/api/unlock', { password: 'b', userId: hub.ownerId }],
      ['/api/command/remember', { id, input, name: 'create-user' }],
      ['/api/command/remember', { id, input, kind: 'hello' }],
      ['/api/command/remember', { id, input, viewer: { userId: hub.ownerId } }],
      ['/api/command/remember', { id, input: { ...input, userId: hub.ownerId } }],
      ['/api/query/me', { userId: hub.ownerId }],
      ['/api/query/customers', { params: {}, scope: 'all' }],
    ]
    for (const [path, body] of bodies) {
      const answer = await hub.post(path, body, token)
      expect([path, JSON.stringify(body).slice(0, 90), answer.status]).toEqual([path, JSON.stringify(body).slice(0, 90), 400])
    }
  })

  it('__proto__ and constructor are refused and pollute nothing', async () => {
    for (const raw of [
      `{"id":"${id}","input":{"key":"k","value":"v","__proto__":{"polluted":1}}}`,
      `{"id":"${id}","input":{"key":"k","value":"v"},"__proto__":{"polluted":1}}`,
      `{"id":"${id}","input":{"key":"k","value":"v","constructor":{"prototype":{"polluted":1}}}}`,
    ])
      expect((await hub.request('POST', '/api/command/remember', { raw, token })).status).toBe(400)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  it('bodies that are no object are refused', async () => {
    for (const raw of ['null', '[]', '"text"', '7', 'true'])
      for (const path of ['/api/command/remember', '/api/login'])
        expect([raw, path, (await hub.request('POST', path, { raw, token })).status]).toEqual([raw, path, 400])
  })

  it('[SEC46] quotes and SQL in names of columns, filters and searches are data or refused', async () => {
    const nasty = `name" OR 1=1; DROP TABLE user; --`
    const list = (body: object) => hub.post('/api/query/customers', { params: {}, ...body }, token)
    expect((await list({ sort: [{ field: nasty, descending: false }] })).body).toMatchObject({ ok: false, refused: 'unknown-field' })
    expect((await list({ filters: [{ field: nasty, op: 'is', value: 'x' }] })).body).toMatchObject({ ok: false, refused: 'unknown-field' })
    expect((await list({ filters: [{ field: 'name', op: nasty, value: 'x' }] })).status).toBe(400)
    for (const text of [nasty, `'`, `%`, `\\`, `"`, `_`])
      expect((await list({ search: text })).body).toMatchObject({ ok: true, value: { rows: [] } })
    expect((await list({ cursor: Buffer.from('[{"a":1}]').toString('base64url') })).status).toBe(400)
    expect((await hub.post('/api/query/me', {}, token)).body.ok).toBe(true)
  })
})
