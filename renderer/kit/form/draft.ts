// What has been typed into a form and not yet saved, over the version it was typed on. Plain data: it is kept with the tab.
/** Text that stands in a field and is no value (yet). */
export type TypedText = { text: string; rule: string }
export type Draft<V> = {
  /** The record's id, or the one a new record will have: sent again after a fault, it makes no second record. */
  id: string
  value: V
  /** The version on screen when typing began. */
  from: V
  revision: number | undefined
  /** When typing began (ISO instant). */
  began?: string
  typed: Readonly<Record<string, TypedText>>
}
export type Seen<V> = { id: string; revision?: number; value: V }

export const same = (a: unknown, b: unknown): boolean => Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b)

/** The draft after a change; none at all when everything stands as it was. */
export const changedDraft = <V extends object>(draft: Draft<V>, part: Partial<V>): Draft<V> | null => {
  const value = { ...draft.value, ...part }
  return Object.keys(draft.typed).length === 0 && same(value, draft.from) ? null : { ...draft, value }
}

export const typedDraft = <V extends object>(draft: Draft<V>, path: string, typed: TypedText | null): Draft<V> | null => {
  const { [path]: _gone, ...rest } = draft.typed
  return changedDraft({ ...draft, typed: typed === null ? rest : { ...rest, [path]: typed } }, {})
}

/** Fields that the office's newer version has changed since typing began. */
export const changedThere = <V extends object>(draft: Draft<V>, seen: Seen<V>): (keyof V & string)[] =>
  (Object.keys(seen.value) as (keyof V & string)[]).filter((field) => !same(draft.from[field], seen.value[field]))

/** Fields that have been typed over since. */
export const changedHere = <V extends object>({ value, from }: Draft<V>): (keyof V & string)[] =>
  (Object.keys(value) as (keyof V & string)[]).filter((field) => !same(value[field], from[field]))

/** What was typed, laid over the newer version: fields that were not touched take the new value. */
export const rebased = <V extends object>(draft: Draft<V>, seen: Seen<V>): Draft<V> => {
  const value = changedHere(draft).reduce<V>((all, field) => ({ ...all, [field]: draft.value[field] }), seen.value)
  return { ...draft, value, from: seen.value, revision: seen.revision }
}
