// OpenAPI 3.1 of the hub, made from the same tables that run it.
import { z } from 'zod'
import { commands } from '../../preload/contract/commands.ts'
import { listOutput, type CommandSpec, type ListSpec, type QuerySpec } from '../../preload/contract/define.ts'
import { nameOf } from '../../preload/contract/names/index.ts'
import { queries } from '../../preload/contract/queries.ts'
import { refusalSchemas } from '../../preload/contract/refusals.ts'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): unknown => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>
  return rest
}
const json = (schema: unknown) => ({ 'application/json': { schema } })
const success = (schema: unknown) => ({
  description: 'done',
  content: json({ type: 'object', required: ['ok', 'value'], properties: { ok: { const: true }, value: schema } }),
})
const problem = { $ref: '#/components/responses/Problem' }

const commandPath = (name: string, spec: CommandSpec) => ({
  post: {
    operationId: `command:${name}`,
    summary: `${nameOf(`command.${name}`, 'zh')} · ${nameOf(`command.${name}`, 'en')}`,
    description: `Class ${spec.class}. Permission: ${spec.permission}. \`id\` is a new uuid v7 for each intent; sending it again repeats nothing.`,
    requestBody: {
      required: true,
      content: json({
        type: 'object',
        required: ['id', 'input'],
        properties: { id: { type: 'string', format: 'uuid' }, input: schemaOf(spec.input, 'input') },
      }),
    },
    responses: { 200: success(schemaOf(spec.outcome, 'output')), default: problem },
  },
})
const queryPath = (name: string, spec: QuerySpec | ListSpec) => ({
  post: {
    operationId: `query:${name}`,
    summary: `${nameOf(`${spec.kind === 'list' ? 'list' : 'query'}.${name}`, 'zh')} · ${nameOf(`${spec.kind === 'list' ? 'list' : 'query'}.${name}`, 'en')}`,
    description: `Permission: ${spec.permission}.${spec.kind === 'list' ? ` List; columns: ${Object.keys(spec.columns).join(', ')}.` : ''}`,
    requestBody: { content: json(schemaOf(spec.input, 'input')) },
    responses: { 200: success(schemaOf(spec.kind === 'list' ? listOutput : spec.output, 'output')), default: problem },
  },
})

/** The document served at /api/openapi.json; docs/api.md is written from it. */
export const openApi = (version: string) => {
  const all = Object.entries(queries) as [string, QuerySpec | ListSpec][]
  const lists = all.filter(([, q]) => q.kind === 'list')
  return {
    openapi: '3.1.0',
    info: { title: 'Tradewind office', version },
    security: [{ bearer: [] }],
    paths: {
      '/api/hello': { get: { operationId: 'hello', security: [], responses: { 200: success({ type: 'object' }) } } },
      '/api/login': {
        post: {
          operationId: 'login',
          security: [],
          requestBody: {
            content: json({
              type: 'object',
              required: ['user', 'password'],
              properties: { user: { type: 'string' }, password: { type: 'string' } },
            }),
          },
          responses: {
            200: success({
              type: 'object',
              properties: { token: { type: 'string' }, userId: { type: 'string' }, name: { type: 'string' }, endsAt: { type: 'string' } },
            }),
            default: problem,
          },
        },
      },
      '/api/logout': { post: { operationId: 'logout', responses: { 200: success({ type: 'object' }), default: problem } } },
      '/api/lock': { post: { operationId: 'lock', responses: { 200: success({ type: 'object' }), default: problem } } },
      '/api/unlock': {
        post: {
          operationId: 'unlock',
          requestBody: { content: json({ type: 'object', required: ['password'], properties: { password: { type: 'string' } } }) },
          responses: { 200: success({ type: 'object' }), default: problem },
        },
      },
      '/api/found': {
        post: {
          operationId: 'found',
          security: [],
          description: 'First start only. Input of found-company with the code shown by the hub.',
          responses: { 200: success({ type: 'object' }), default: problem },
        },
      },
      '/api/found-demonstration': {
        post: { operationId: 'found-demonstration', security: [], responses: { 200: success({ type: 'object' }), default: problem } },
      },
      ...Object.fromEntries(
        (Object.entries(commands) as [string, CommandSpec][])
          .filter(([, c]) => c.permission !== 'founding')
          .map(([name, spec]) => [`/api/command/${name}`, commandPath(name, spec)]),
      ),
      ...Object.fromEntries(all.map(([name, spec]) => [`/api/query/${name}`, queryPath(name, spec)])),
      ...Object.fromEntries(
        lists.map(([name, spec]) => [
          `/api/export/${name}`,
          {
            get: {
              operationId: `export:${name}`,
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
            'A refusal (expected; code and data) or a fault (a defect; logged under its id). 400 input, 401 sign-in, 403 permission, 404 not there or not yours, 409 conflict, 422 a rule of the business, 500 fault.',
          content: json({
            oneOf: [
              ...Object.entries(refusalSchemas).map(([code, schema]) => ({
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
