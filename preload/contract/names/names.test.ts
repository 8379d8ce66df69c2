// Names: what a screen, an export or a document can show has a name in both languages, and no key is named twice.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { READY_MADE_ROLES, resources, SCOPES } from '../access.ts'
import { commands } from '../commands.ts'
import type { ListSpec } from '../define/index.ts'
import { queries } from '../queries.ts'
import { INCOTERMS } from '../vocabulary/incoterm.ts'
import { INSTALMENT_EVENTS } from '../vocabulary/payment-term.ts'
import type { Names } from './define.ts'
import { hasName, nameOf, nameTables } from './index.ts'

const lists = Object.entries(queries).filter(([, spec]) => spec.kind === 'list') as [string, ListSpec][]
const missing = (keys: Iterable<string>) => [...new Set(keys)].filter((key) => !hasName(key)).toSorted()

test('every list has a name', () => expect(missing(lists.map(([name]) => `list.${name}`))).toEqual([]))
test('every column has a name', () =>
  expect(missing(lists.flatMap(([name, spec]) => Object.keys(spec.columns).map((column) => `field.${name}.${column}`)))).toEqual([]))
test('every value of every enum column has a name', () =>
  expect(
    missing(
      lists.flatMap(([, spec]) =>
        Object.values(spec.columns).flatMap(({ values }) => values?.all.map((value) => `${values.group}.${value}`) ?? []),
      ),
    ),
  ).toEqual([]))
test('[Q29] every query has a name', () =>
  expect(missing(Object.entries(queries).flatMap(([name, spec]) => (spec.kind === 'query' ? [`query.${name}`] : [])))).toEqual([]))
test('every command has a name', () => expect(missing(Object.keys(commands).map((name) => `command.${name}`))).toEqual([]))
test('every field of a command that a refusal can point at has a name', () => {
  const fields = (schema: z.ZodType): string[] => {
    if (schema instanceof z.ZodObject)
      return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, inner]) => [key, ...fields(inner)])
    if (schema instanceof z.ZodArray) return fields(schema.element as z.ZodType)
    if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
      return fields(schema.unwrap() as z.ZodType)
    if (schema instanceof z.ZodPipe) return fields(schema.in as z.ZodType)
    return schema instanceof z.ZodUnion ? schema.options.flatMap((one) => fields(one as z.ZodType)) : []
  }
  const typed = Object.values(commands).flatMap((spec) => fields(spec.input))
  expect(typed).toContain('paymentTerm')
  expect(missing(typed.map((field) => `field.${field}`))).toEqual([])
})
test('every record that a column or list opens has a name', () => {
  const routes = lists.flatMap(([, spec]) => [spec.opens?.route, ...Object.values(spec.columns).map((column) => column.opens?.route)])
  // Looked up before anything is opened.
  const records = routes.filter((route): route is string => route !== undefined && route !== 'party' && route !== 'document')
  const unnamed = [...new Set(records)].filter((route) => !hasName(`record.${route}`) && !hasName(`list.${route}`))
  expect(unnamed.toSorted()).toEqual([])
})
test('everything that can be permitted has a name', () => {
  const actions = Object.entries(resources).flatMap(([resource, spec]) => [
    `resource.${resource}`,
    ...spec.actions.map((action) => `action.${action}`),
  ])
  expect(missing([...actions, ...SCOPES.map((one) => `scope.${one}`), ...READY_MADE_ROLES.map((one) => `role.${one}`)])).toEqual([])
})
test('the shared vocabulary has names', () =>
  expect(missing([...INCOTERMS.map((one) => `incoterm.${one}`), ...INSTALMENT_EVENTS.map((one) => `instalment-event.${one}`)])).toEqual([]))

test('no key is named in two places', () => {
  const places = new Map<string, string[]>()
  for (const [place, table] of Object.entries<Names>(nameTables))
    for (const key of Object.keys(table)) places.set(key, [...(places.get(key) ?? []), place])
  expect([...places].filter(([, found]) => found.length > 1)).toEqual([])
})
test('no name is empty', () => {
  const empty = Object.values<Names>(nameTables).flatMap((table) =>
    Object.entries(table).filter(([, [zh, en]]) => zh.trim() === '' || en.trim() === ''),
  )
  expect(empty).toEqual([])
})
test('a list may name a column by itself, else the shared name counts; a gap is shown as it is', () => {
  expect(nameOf('field.users.name', 'zh')).toBe('姓名')
  expect(nameOf('field.customers.name', 'zh')).toBe('名称')
  expect(nameOf('field.nowhere', 'en')).toBe('field.nowhere')
  expect(hasName('field.customers.nowhere')).toBe(false)
})
