// OpenAPI 3.1 of the hub, made from the same tables that run it.
import { z } from 'zod'
import { commands } from '../../preload/contract/commands.ts'
import { isForPeople, listOutput, type CommandSpec, type ListSpec, type QuerySpec } from '../../preload/contract/define/index.ts'
import { hasName, nameOf } from '../../preload/contract/names/index.ts'
import { queries } from '../../preload/contract/queries.ts'
import { refusalSchemas } from '../../preload/contract/refusals.ts'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): unknown => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>
  return rest
}
/** A name in both languages. */
const both = (key: string): string => `${nameOf(key, 'zh')} · ${nameOf(key, 'en')}`
/** Q29. Every property says what it is called: by its own name, unless the schema says more. */
const titled = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(titled)
  if (typeof node !== 'object' || node === null) return node
  const properties = 'properties' in node ? (node.properties as Record<string, object>) : undefined
  const rest = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, key === 'enum' ? value : titled(value)]))
  if (!properties) return rest
  const named = Object.entries(properties).map(([name, schema]) => {
    const inner = titled(schema) as object
    return [name, hasName(`field.${name}`) ? { title: both(`field.${name}`), ...inner } : inner]
  })
  return { ...rest, properties: Object.fromEntries(named) }
}
const inputOf = (schema: z.ZodType): unknown => titled(schemaOf(schema, 'input'))
const json = (schema: unknown) => ({ 'application/json': { schema } })
const success = (schema: unknown) => ({
  description: 'done',
  content: json({ type: 'object', required: ['ok', 'value'], properties: { ok: { const: true }, value: schema } }),
})
const problem = { $ref: '#/components/responses/Problem' }

const commandPath = (name: string, spec: CommandSpec) => ({
  post: {
    operationId: `command:${name}`,
    summary: both(`command.${name}`),
    description: `Class ${spec.class}. Permission: ${spec.permission}. \`id\` is a new uuid v7 for each intent; sending it again repeats nothing.`,
    requestBody: {
      required: true,
      content: json({
        type: 'object',
        required: ['id', 'input'],
        properties: { id: { type: 'string', format: 'uuid' }, input: inputOf(spec.input) },
      }),
    },
    responses: { 200: success(schemaOf(spec.outcome, 'output')), default: problem },
  },
})
const columnsText = (list: string, { columns }: ListSpec): string =>
  Object.keys(columns)
    .map((column) => `${column} (${both(`field.${list}.${column}`)})`)
    .join(', ')
const queryPath = (name: string, spec: QuerySpec | ListSpec) => ({
  post: {
    operationId: `query:${name}`,
    summary: both(`${spec.kind}.${name}`),
    description: `Permission: ${spec.permission}.${spec.kind === 'list' ? ` List; columns: ${columnsText(name, spec)}.` : ''}`,
    requestBody: { content: json(inputOf(spec.input)) },
    responses: { 200: success(schemaOf(spec.kind === 'list' ? listOutput() : spec.output, 'output')), default: problem },
  },
})

const call = (operationId: string, description: string, more: { body?: unknown; answer?: unknown; open?: boolean } = {}) => ({
  operationId,
  summary: both(`api.${operationId}`),
  description,
  ...(more.open ? { security: [] } : {}),
  ...(more.body ? { requestBody: { required: true, content: json(more.body) } } : {}),
  responses: { 200: success(more.answer ?? { type: 'object' }), default: problem },
})
const object = (properties: Record<string, unknown>) => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
  additionalProperties: false,
})
const string = { type: 'string' }
const signedIn = object({ token: string, userId: string, name: string, endsAt: { type: 'string', format: 'date-time' } })
const release = object({ id: string, manifest: string, signature: string })
const code = { type: 'string', description: "the first-start code on the hub's own screen" }

/** The document served at /api/openapi.json; docs/api.md is written from it. */
export const openApi = (version: string) => {
  const all = Object.entries(queries) as [string, QuerySpec | ListSpec][]
  const lists = all.filter(([, q]) => q.kind === 'list')
  const founding = commands['found-company'].input
  return {
    openapi: '3.1.0',
    info: { title: 'Tradewind office', version },
    security: [{ bearer: [] }],
    paths: {
      '/api/hello': { get: call('hello', 'Whether there is a company yet, its name, the version of the office.', { open: true }) },
      '/api/login': {
        post: call('login', 'Opens a session of at most twelve hours; wrong passwords wait ever longer.', {
          body: object({ user: string, password: string }),
          answer: signedIn,
          open: true,
        }),
      },
      '/api/logout': { post: call('logout', 'Ends the session.') },
      '/api/lock': { post: call('lock', 'Locks the session as the idle time would.') },
      '/api/unlock': { post: call('unlock', 'The password again after the idle time.', { body: object({ password: string }) }) },
      '/api/join': {
        post: call(
          'join',
          'A PC joins the office with the one-time secret of its code; afterwards it shows `<id>.<secret>` in the header `x-desk`.',
          {
            body: object({ secret: string, deskName: string }),
            answer: object({ deskId: string, secret: string, company: string }),
            open: true,
          },
        ),
      },
      '/api/update': {
        get: call(
          'update',
          'For desks: the release that this desk is to have, with its signed manifest; `?before=` names the version that it ran before.',
          {
            answer: object({ release: { anyOf: [release, { type: 'null' }] }, back: { anyOf: [string, { type: 'null' }] } }),
            open: true,
          },
        ),
      },
      '/api/update/{id}/{name}': {
        get: call('update-file', 'For desks: a feed of that release (`latest.yml`, `latest-linux.yml`), or one of its packages.', {
          open: true,
        }),
      },
      '/api/found': {
        post: call('found', 'First start only: makes the company and its owner.', {
          body: object({ code, input: schemaOf(founding, 'input') }),
          open: true,
        }),
      },
      '/api/found-demonstration': {
        post: call('found-demonstration', 'First start only: makes the demonstration company.', { body: object({ code }), open: true }),
      },
      '/api/openapi.json': { get: call('openapi', 'This document.') },
      ...Object.fromEntries(
        (Object.entries(commands) as [string, CommandSpec][])
          .filter(([, c]) => isForPeople(c.permission))
          .map(([name, spec]) => [`/api/command/${name}`, commandPath(name, spec)]),
      ),
      ...Object.fromEntries(all.map(([name, spec]) => [`/api/query/${name}`, queryPath(name, spec)])),
      ...Object.fromEntries(
        lists.map(([name, spec]) => [
          `/api/export/${name}`,
          {
            get: {
              operationId: `export:${name}`,
              summary: `${both('api.export')}: ${both(`list.${name}`)}`,
              description: `Permission: ${(spec as ListSpec).export}. All rows that match, as an Excel workbook.`,
              parameters: [
                {
                  name: 'q',
                  in: 'query',
                  schema: { type: 'string' },
                  description: 'base64url JSON: { input, columns?, language? }; input is the list’s own',
                },
                { name: 'language', in: 'query', schema: { enum: ['zh', 'en'] } },
              ],
              responses: {
                200: { description: 'workbook', content: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {} } },
                default: problem,
              },
            },
          },
        ]),
      ),
    },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      responses: {
        Problem: {
          description:
            'A refusal (expected; code and data) or a fault (a defect; logged under its id). 400 input, 401 sign-in, 403 permission, 404 not there or not yours, 409 conflict, 422 a rule of the business, 500 fault, 503 too much at once.',
          content: json({
            oneOf: [
              ...Object.entries(refusalSchemas()).map(([code, schema]) => ({
                type: 'object',
                required: ['ok', 'refused', 'data'],
                properties: { ok: { const: false }, refused: { const: code }, data: schemaOf(schema, 'output') },
              })),
              {
                type: 'object',
                required: ['ok', 'fault'],
                properties: { ok: { const: false }, fault: { type: 'string', format: 'uuid' } },
              },
            ],
          }),
        },
      },
    },
  }
}
