// The description of the API is whole: every command, query and export, every reference resolved, and what it says is what the hub does.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../preload/contract/commands.ts'
import { isForPeople } from '../../preload/contract/define/index.ts'
import { queries } from '../../preload/contract/queries.ts'
import { refusalSchemas, type RefusalCode } from '../../preload/contract/refusals.ts'
import { refusalStatus } from './statuses.ts'
import { testHub, type TestHub } from './testing/test-hub.ts'

type Json = Record<string, unknown>
type Operation = Json & { operationId: string; responses: Record<string, Json>; security?: unknown[] }
type Document = { openapi: string; info: Json; paths: Record<string, Record<string, Operation>>; components: Json; security: unknown[] }

let hub: TestHub
let document: Document
beforeAll(async () => {
  hub = await testHub()
  document = JSON.parse((await hub.request('GET', '/api/openapi.json', { token: await hub.signIn() })).text) as Document
})
afterAll(() => hub.close())

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
const at = (pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((node, key) => (node as Json | undefined)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], document)
/** Every object in the document, however deep. */
const nodes = (value: unknown): Json[] =>
  typeof value === 'object' && value !== null ? [value as Json, ...Object.values(value).flatMap(nodes)] : []

describe('openapi.json', () => {
  it('[SEC39] is for who is signed in', async () => {
    const token = await hub.signIn()
    expect((await hub.request('GET', '/api/openapi.json')).body).toEqual({ ok: false, refused: 'signed-out', data: {} })
    await hub.post('/api/lock', {}, token)
    expect((await hub.request('GET', '/api/openapi.json', { token })).body).toMatchObject({ refused: 'session-locked' })
  })

  it('is OpenAPI 3.1 in its structure', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    const ids = operations().map((o) => o.operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { path, method, operation } of operations()) {
      expect([path, path.startsWith('/api/')]).toEqual([path, true])
      expect(['get', 'post']).toContain(method)
      expect([path, Object.keys(operation.responses)]).toEqual([path, expect.arrayContaining(['200'])])
      for (const response of Object.values(operation.responses))
        expect([path, '$ref' in response || typeof response['description'] === 'string']).toEqual([path, true])
      for (const media of nodes(operation['requestBody']).filter((n) => 'schema' in n))
        expect([path, typeof media['schema']]).toEqual([path, 'object'])
    }
  })

  it('has no reference that leads nowhere, and only types that JSON Schema knows', () => {
    const all = nodes(document)
    for (const ref of all.flatMap((n) => (typeof n['$ref'] === 'string' ? [n['$ref']] : [])))
      expect([ref, at(ref) !== undefined]).toEqual([ref, true])
    const types = new Set(all.flatMap((n) => (typeof n['type'] === 'string' && !('in' in n) ? [n['type']] : [])))
    const known = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null', 'http']
    expect([...types].filter((t) => !known.includes(t))).toEqual([])
  })

  it('[SEC39] lists every command, query and export, and no other path', () => {
    const expected = [
      'hello login logout lock unlock join update update/{id}/{name} found found-demonstration openapi.json'
        .split(' ')
        .map((p) => `/api/${p}`),
      Object.entries(commands).flatMap(([name, c]) => (isForPeople(c.permission) ? [`/api/command/${name}`] : [])),
      Object.keys(queries).map((name) => `/api/query/${name}`),
      Object.entries(queries).flatMap(([name, q]) => (q.kind === 'list' ? [`/api/export/${name}`] : [])),
    ].flat()
    expect(Object.keys(document.paths).toSorted()).toEqual(expected.toSorted())
  })

  it('[Q29] every operation has a summary and every parameter and column a name in both languages, none its key', () => {
    const unnamed = (text: unknown): boolean =>
      typeof text !== 'string' || !/.+ · .+/.test(text) || /\b(command|query|list|field|api)\.[a-z]/.test(text)
    for (const { path, operation } of operations()) expect([path, unnamed(operation['summary'])]).toEqual([path, false])
    const inputs = operations().flatMap(({ path, operation }) => nodes(operation['requestBody']).map((node) => ({ path, node })))
    const parameters = inputs.flatMap(({ path, node }) =>
      path.startsWith('/api/command/') || path.startsWith('/api/query/')
        ? Object.entries((node['properties'] as Record<string, Json> | undefined) ?? {}).map(([name, schema]) => ({ path, name, schema }))
        : [],
    )
    const untitled = parameters.filter(({ name, schema }) => !['id', 'input'].includes(name) && unnamed(schema['title']))
    expect(parameters.length).toBeGreaterThan(1000)
    expect(untitled.map(({ path, name }) => `${path} ${name}`)).toEqual([])
    expect(document.paths['/api/query/sales-by']!['post']!['description']).toContain('discount (折扣金额 · Discount)')
    expect(operations().filter(({ operation }) => /\bfield\.[a-z]/.test(String(operation['description'])))).toEqual([])
  })

  it('describes routes that are there: each one is answered, none by "no such name"', async () => {
    for (const { path, method, operation } of operations()) {
      const answer = await hub.request(method.toUpperCase(), path, method === 'post' ? { body: {} } : {})
      expect([path, answer.status]).not.toEqual([path, 404])
      const needsSession = operation.security === undefined
      expect([path, needsSession && ![400, 401].includes(answer.status)]).toEqual([path, false])
    }
  })

  it('names every refusal with its data, and each has a status', () => {
    const described = nodes(document.components).flatMap((n) => {
      const code = (n['properties'] as { refused?: { const?: string } } | undefined)?.refused?.const
      return code === undefined ? [] : [code]
    })
    expect(described.toSorted()).toEqual(Object.keys(refusalSchemas()).toSorted())
    for (const code of Object.keys(refusalSchemas()))
      expect([400, 401, 403, 404, 409, 422, 429, 499, 503, 507]).toContain(refusalStatus(code as RefusalCode))
  })
})
