// What holds a record: the first in the order of the modules, for the step that is taken alone; and a hold that a module gives is asked for where the step is taken.
import { expect, test } from 'vitest'
import { treeOf } from '../../build/check/sources.ts'
import { records } from '../../preload/contract/records.ts'
import type { CommandContext } from '../commands/define-command.ts'
import { allModules } from '../modules.ts'
import { gathered } from './contributions.ts'
import { type Hold, holderOf, holds, requireFree } from './holds.ts'

const hold = (by: Hold['by'], against: Hold['against'], number: string | undefined): Hold => ({
  by,
  against,
  find: async (_, id, except) => (except === number ? undefined : number && `${number} on ${id}`),
})
const on = (...given: Hold[]) => ({ contributed: gathered([holds.of({ shipment: given })]) }) as unknown as CommandContext

test('the first that holds it against the step is named, others are not', async () => {
  const held = on(hold('bill', ['void'], 'B1'), hold('receipt', ['discard'], undefined), hold('payment', ['discard', 'void'], 'P1'))
  expect(await holderOf(held, 'shipment', 'x', 'discard')).toEqual({ by: 'payment', number: 'P1 on x' })
  expect(await holderOf(held, 'shipment', 'x', 'void')).toEqual({ by: 'bill', number: 'B1 on x' })
  expect(await holderOf(held, 'shipment', 'x', 'void', 'B1')).toEqual({ by: 'payment', number: 'P1 on x' })
  expect(await holderOf(held, 'shipment', 'x', 'reverse')).toBeUndefined()
  await expect(requireFree(held, 'shipment', 'x', 'void')).rejects.toMatchObject({ refusal: { refused: 'in-use', data: { by: 'bill' } } })
  await expect(requireFree(held, 'deal', 'x', 'void')).resolves.toBeUndefined()
})

test('every hold is asked for by a step of its record', () => {
  const sources = [...treeOf('.')].filter(([file]) => /^main\/modules\/(?!.*\.test\.)/.test(file)).map(([, text]) => text)
  const steps = sources.flatMap((text) =>
    [...text.matchAll(/(?:requireFree|holderOf)\(\w+, '([\w-]+)', [\w.]+, '(\w+)'/g)].map(([, kind, step]) => `${kind}: ${step}`),
  )
  const given = records.flatMap(({ kind }) =>
    allModules
      .contributed(holds)(kind)
      .flat()
      .flatMap(({ against }) => against.map((step) => `${kind}: ${step}`)),
  )
  // A step that is missing here is taken without `await requireFree(ctx, kind, id, step)`.
  expect([...new Set(given)].filter((one) => !steps.includes(one))).toEqual([])
  expect(new Set(given).size).toBeGreaterThan(8)
})
