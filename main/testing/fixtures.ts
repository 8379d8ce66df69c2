// Records for tests, made from the contract: a test gives what it cares about, the schema says what else there is. A new field of a record changes nothing here
// unless it needs a value that its type does not suggest.
import type { Insertable } from 'kysely'
import { z } from 'zod'
import type { PartyTable, ProductTable } from '../../db/schema/tables.ts'
import { type CommandInput, type CommandName, commands } from '../../preload/contract/commands.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { productColumns } from '../modules/catalogue/columns.ts'
import { customerColumns } from '../modules/parties/columns.ts'

/** Fields whose usual value is not the plainest that fits. A value that the schema at hand refuses is passed over. */
const USUAL: Record<string, unknown> = {
  active: true,
  creditCurrency: 'USD',
  currency: 'USD',
  description: 'Goods',
  discount: '0',
  name: 'Sunrise Trading Co., Ltd.',
  partialShipment: true,
  paymentTerm: [{ share: '100', event: 'before-shipment', days: 0 }],
  quantity: '100',
  rate: '1',
  role: 'other',
  status: 'active',
  transhipment: true,
  unit: 'PCS',
}
/** From the plainest on: the first that the schema takes. */
const PLAIN: readonly unknown[] = [null, '', [], false, 0, '0', '1', 1]

/** A value that the field takes: left out where it may be, else the usual one of its name, the plainest of its type, the first of its words, a new id. */
const valueOf = (field: string, schema: z.ZodType): unknown => {
  const fits = (value: unknown) => schema.safeParse(value).success
  if (fits(undefined)) return undefined
  if (field in USUAL && fits(USUAL[field])) return USUAL[field]
  const plain = PLAIN.find(fits)
  if (plain !== undefined) return plain
  if (schema instanceof z.ZodEnum) return schema.options[0]
  const id = newId()
  if (fits(id)) return id
  throw new Error(`no fixture value fits the field ${field}: give one`)
}

/** The rest of a record by its schema; what is given stays as it is. */
const filled = (schema: z.ZodObject, given: Record<string, unknown>): Record<string, unknown> => {
  const rest = Object.entries(schema.shape).filter(([field]) => !(field in given))
  const values = rest.map(([field, inner]) => [field, valueOf(field, inner as z.ZodType)] as const)
  return { ...Object.fromEntries(values.filter(([, value]) => value !== undefined)), ...given }
}

/** Input of a command with what is given, and usual values for the rest. Fields that no rule of thumb can fill must be given; the error names them. */
export const anInput = <N extends CommandName>(name: N, given: Partial<CommandInput<N>>): CommandInput<N> => {
  const schema: z.ZodType = commands[name].input
  if (!(schema instanceof z.ZodObject)) throw new Error(`the input of ${name} is not a list of fields`)
  return filled(schema, given) as CommandInput<N>
}

type WithLines = { [N in CommandName]: CommandInput<N> extends { lines: readonly unknown[] } ? N : never }[CommandName]
type LineOf<N extends WithLines> = CommandInput<N>['lines'][number]
/** One line of the input of a command. */
export const aLine = <N extends WithLines>(name: N, given: Partial<LineOf<N>>): LineOf<N> => {
  const schema: z.ZodType = commands[name].input
  const lines = schema instanceof z.ZodObject ? schema.shape['lines'] : undefined
  if (!(lines instanceof z.ZodArray && lines.element instanceof z.ZodObject)) throw new Error(`${name} has no lines`)
  return filled(lines.element, given) as LineOf<N>
}

type Given<N extends CommandName> = Partial<CommandInput<N>>
export const aCustomer = (ownerId: string, given: Given<'create-customer'> = {}): CommandInput<'create-customer'> =>
  anInput('create-customer', { level: 'B', incoterm: 'FOB', port: 'Hamburg', ownerId, ...given })
export const aVendor = (given: Given<'create-vendor'> = {}): CommandInput<'create-vendor'> =>
  anInput('create-vendor', { name: '宁波东方灯具有限公司', currency: 'CNY', ...given })
export const aProduct = (given: Given<'create-product'> = {}): CommandInput<'create-product'> =>
  anInput('create-product', {
    ...{ name: 'LED table lamp', nameZh: '台灯', specification: '220 V, 9 W', hsCode: '9405210000', vatRate: '13', refundRate: '13' },
    ...{ piecesPerCarton: '24', cartonLength: '60.5', cartonWidth: '40', cartonHeight: '35.125', grossWeight: '18.5', netWeight: '16' },
    ...given,
  })

/** The kind, the code and the name of a party that is put as a row: its command is tested elsewhere. */
type PartyGiven = Partial<Insertable<PartyTable>> & { kind: string; code: string }
/** A party as a row, with the columns that its command would write. */
export const aPartyRow = ({ kind, code, ...given }: PartyGiven): Insertable<PartyTable> => {
  const typed = { name: given.name ?? code, nameZh: '', currency: 'USD' }
  const columns = customerColumns(anInput('create-customer', { ...typed, ownerId: newId() }))
  return {
    id: newId(),
    code,
    ...columns,
    kind,
    ownerId: null,
    departmentId: null,
    active: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    revision: 1,
    ...given,
  }
}
/** A product as a row: 13 % VAT, all of it refunded, no packing. */
export const aProductRow = ({ code, ...given }: Partial<Insertable<ProductTable>> & { code: string }): Insertable<ProductTable> => {
  const columns = productColumns(
    commands['create-product'].input.parse(anInput('create-product', { name: code, vatRate: '13', refundRate: '13' })),
  )
  return { id: newId(), code, ...columns, createdAt: '2026-01-01T00:00:00.000Z', revision: 1, ...given }
}
