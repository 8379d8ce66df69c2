// All names gathered from the modules, and the one way to look one up.
import { calls } from '../calls.ts'
import type { Language, Names } from './define.ts'
import { parametersNames } from './parameters.ts'
import { sharedNames } from './shared.ts'

/** Each module's table by its file, so that a test can find a key named twice. */
export const nameTables: Readonly<Record<string, Names>> = {
  shared: sharedNames,
  parameters: parametersNames,
  ...Object.fromEntries(Object.entries(calls).map(([module, { names }]) => [module, names])),
}

const names: ReadonlyMap<string, readonly [zh: string, en: string]> = new Map(
  Object.values<Names>(nameTables).flatMap((table) => Object.entries(table)),
)

/** `field.<list>.<column>` → `field.<column>`: a list gives a column its own name only where the shared one would mislead. */
const general = (key: string): string | undefined => {
  const [kind, , column, ...more] = key.split('.')
  return kind === 'field' && column !== undefined && more.length === 0 ? `field.${column}` : undefined
}

/** True when the key, or the general key it falls back to, has a name. */
export const hasName = (key: string): boolean => names.has(key) || names.has(general(key) ?? '')

/** The key that names a value of a `named` column: of the first of its groups that has one; undefined when none does. */
export const keyOfNamed = (value: string, groups: readonly string[]): string | undefined =>
  groups.map((group) => `${group}.${value}`).find((key) => names.has(key))

/**
 * The name of a field, value, list, command or record: `field.total`, `deal-stage.shipped`, `list.customers`, `command.post-bill`.
 * `field.<list>.<column>` falls back to `field.<column>`; a key without any name is given back as it is, so that a gap is seen and not hidden.
 */
export const nameOf = (key: string, language: Language): string => {
  const found = names.get(key) ?? names.get(general(key) ?? '')
  return found ? found[language === 'zh' ? 0 : 1] : key
}
