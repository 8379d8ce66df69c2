// Every day that a command takes is a fact or a plan, and a fact of the future is found wherever it stands.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { commands } from './commands.ts'
import { datePlaces, factAfter } from './date-places.ts'
import { dateSchema, factDate, planDate } from './vocabulary/dates.ts'

const places = Object.entries(commands).flatMap(([name, spec]) =>
  datePlaces(spec.input).map(({ path, says }) => ({ name, path, says, at: `${name} ${path.join('.')}` })),
)
/** An input that holds nothing but one day. */
const holding = (path: readonly string[], day: string): unknown =>
  path.reduceRight<unknown>((below, key) => (key === '*' ? [below] : { [key]: below }), day)

describe('days of commands', () => {
  test('[T36] every day of every command is classed', () => {
    expect(places.length).toBeGreaterThan(50)
    expect(places.filter(({ says }) => says === null)).toEqual([])
  })
  test.each(places.filter(({ says }) => says === 'fact'))(
    '[T36] $at is found when it lies ahead, not on the day itself',
    ({ name, path }) => {
      const { input } = commands[name as keyof typeof commands]
      expect(factAfter(input, holding(path, '2026-03-03'), '2026-03-02')).toEqual({
        path: path.join('.').replaceAll('*', '0'),
        day: '2026-03-03',
      })
      expect(factAfter(input, holding(path, '2026-03-02'), '2026-03-02')).toBeUndefined()
    },
  )
  // A day that may lie ahead is a decision: a new one is added here by hand.
  test('[T36] plans are what is due, promised, expected or valid from or until', () => {
    const plans = places.filter(({ says }) => says === 'plan').map(({ path }) => path.at(-1))
    expect([...new Set(plans)].toSorted()).toEqual([
      ...[
        'cargoReadyOn',
        'date',
        'day',
        'declaredOn',
        'deliveryDate',
        'dueDate',
        'dueOn',
        'eta',
        'etd',
        'expiresOn',
        'exportOn',
        'from',
        'fromDate',
        'latestShipment',
        'neededBy',
        'on',
      ],
      ...['payBy', 'plannedOn', 'rateOn', 'refundUntil', 'revisedOn', 'to', 'toDate', 'until', 'validFrom', 'validTo', 'validUntil'],
    ])
    expect(places.filter(({ says, path }) => says === 'plan' && path.at(-1) === 'on').map(({ name }) => name)).toEqual([
      'set-exchange-rate',
    ])
  })
  test('nested, optional, described and listed days are found', () => {
    const schema = z.strictObject({
      one: factDate.describe('said twice').nullable(),
      many: z.array(z.strictObject({ plan: planDate.optional(), either: z.union([factDate, z.null()]) })),
      unclassed: dateSchema,
    })
    expect(datePlaces(schema).map(({ path, says }) => [path.join('.'), says])).toEqual([
      ['one', 'fact'],
      ['many.*.plan', 'plan'],
      ['many.*.either', 'fact'],
      ['unclassed', null],
    ])
    const input = { one: null, many: [{ plan: '2030-01-01', either: null }, { either: '2026-03-09' }], unclassed: '2030-01-01' }
    expect(factAfter(schema, input, '2026-03-02')).toEqual({ path: 'many.1.either', day: '2026-03-09' })
  })
})
