// Secret figures: which there are, who may see them, and the one way in which an answer is told without those its asker may not see. A figure is declared where
// its shape is: a column's `secret`, or `secret(…)` around a field of an output or of a refusal; no handler has to think of it (queries U49).
import { z } from 'zod'
import type { Permission } from './access.ts'
import type { Figure } from './define/record.ts'

/** Each is seen by who has any of these rights. */
export const FIGURES = {
  /** What goods cost: purchase prices and totals, bills, what of them fell to a deal, tax refunds worked out of them. */
  cost: ['cost.view'],
  /** What is owed to a vendor and asked for: seen by who knows costs, and by who keeps payables without knowing what was bought at which price. */
  owed: ['cost.view', 'payable.view'],
  /** What was paid: by who registers payments, too. */
  paid: ['cost.view', 'payable.view', 'payment.view'],
  profit: ['profit.view'],
} as const satisfies Record<Figure, readonly Permission[]>
/** A figure of a kind, or one that stands behind a right of its own. */
export type Secret = Figure | Permission

export const rightsFor = (secret: Secret): readonly Permission[] => (secret in FIGURES ? FIGURES[secret as Figure] : [secret as Permission])
export const seesSecret = (may: (permission: Permission) => boolean, secret: Secret): boolean => rightsFor(secret).some(may)

// ---- fields of outputs and refusals ----------------------------------------------------------------------------------------------------------

/** Which figure a field is may depend on what stands beside it; undefined: none. */
type FigureOf = Secret | ((beside: Record<string, unknown>) => Secret | undefined)
const declared = z.registry<{ figure: FigureOf }>()

/**
 * A field that holds a secret figure. For who may not see it the field is absent when its shape is optional, else null; so the shape must be one of both.
 */
export const secret = <S extends z.ZodOptional | z.ZodNullable>(figure: FigureOf, schema: S): S => {
  const rights = typeof figure === 'string' ? rightsFor(figure).join(' or ') : undefined
  const field = schema.describe(rights === undefined ? 'only for who may see the figure' : `only with ${rights}`)
  declared.add(field, { figure })
  return field as S
}

type Def = {
  type: string
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  innerType?: z.ZodType
  options?: z.ZodType[]
  out?: z.ZodType
}
type Conceal = (value: unknown, may: (permission: Permission) => boolean) => unknown
type FieldRule = { name: string; figure?: FigureOf; absent: boolean; inner?: Conceal }

const defOf = (schema: z.ZodType) => schema._zod.def as unknown as Def
const rules = new WeakMap<z.ZodType, Conceal | null>()

const fieldRule = (name: string, schema: z.ZodType): FieldRule | undefined => {
  const figure = declared.get(schema)?.figure
  const inner = concealOf(schema) ?? undefined
  if (figure === undefined && inner === undefined) return undefined
  return { name, absent: schema.safeParse(undefined).success, ...(figure === undefined ? {} : { figure }), ...(inner ? { inner } : {}) }
}
const objectRule = (shape: Record<string, z.ZodType>): Conceal | null => {
  const fields = Object.entries(shape).flatMap(([name, schema]) => fieldRule(name, schema) ?? [])
  if (fields.length === 0) return null
  return (value, may) => {
    if (typeof value !== 'object' || value === null) return value
    const visible: Record<string, unknown> = { ...value }
    for (const { name, figure, absent, inner } of fields) {
      if (!(name in visible)) continue
      const which = typeof figure === 'function' ? figure(visible) : figure
      if (which === undefined || seesSecret(may, which)) {
        if (inner) visible[name] = inner(visible[name], may)
      } else if (absent) delete visible[name]
      else visible[name] = null
    }
    return visible
  }
}
/** How values of a schema are told; null when nothing in it is secret. Found out once for each schema. */
const concealOf = (schema: z.ZodType): Conceal | null => {
  const known = rules.get(schema)
  if (known !== undefined) return known
  rules.set(schema, null) // A schema within itself ends here.
  const made = makeConceal(defOf(schema))
  rules.set(schema, made)
  return made
}
const makeConceal = (def: Def): Conceal | null => {
  if (def.shape) return objectRule(def.shape)
  if (def.element) {
    const each = concealOf(def.element)
    return each && ((value, may) => (Array.isArray(value) ? value.map((v) => each(v, may)) : value))
  }
  if (def.options) {
    const all = def.options.flatMap((option) => concealOf(option) ?? [])
    return all.length === 0 ? null : (value, may) => all.reduce((told, conceal) => conceal(told, may), value)
  }
  const inner = def.innerType ?? def.out
  return inner ? concealOf(inner) : null
}

/** An answer of this shape as who may see this much is told it. What nothing secret is in stays the very same object. */
export const concealed = (schema: z.ZodType, value: unknown, may: (permission: Permission) => boolean): unknown => {
  const conceal = concealOf(schema)
  return conceal ? conceal(value, may) : value
}
