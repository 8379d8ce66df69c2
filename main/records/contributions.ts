// What modules contribute to others: values that each module lists in its door and main/modules.ts gathers, asked for with `ctx.contributed(kind)`.
//
// To add a kind: define it where it is asked for, `export const due = listOf<DueRule>('due')`. Whoever asks is on this floor, or is the module that owns the
// matter (credit asks for cover, so credit defines the kind and exports it from its door). Then
//   a later module gives its part in its door:   contributes: [due.of(lettersDue), holds.of({ shipment: presentationsOf })]
//   a handler asks for all of them:              for (const rule of q.contributed(due)) …
// The order is that of main/modules.ts, which is the order of dependency. Nothing is gathered by importing a file.
import type { Contributed, Contribution, Kind } from '../commands/contributed.ts'

export type ContributionKind<Given, Gathered> = Kind<Gathered> & {
  /** A module's part, for `contributes` of its door. */
  of(value: Given): Contribution
}

/** A kind whose parts `gather` brings together, in the order of the modules. Throws there what two modules may not say both. */
export const contributionKind = <Given, Gathered>(
  name: string,
  gather: (values: readonly Given[]) => Gathered,
): ContributionKind<Given, Gathered> => {
  // Only `of` makes parts of this kind, so what is gathered is what was given.
  const kind: ContributionKind<Given, Gathered> = {
    name,
    gather: (values) => gather(values as readonly Given[]),
    of: (value) => ({ kind, value }),
  }
  return kind
}

/** Given by exactly one module: a function, or rows (`sql<Row>`(select …)``) that an earlier module joins in its own statement. */
export const oneOf = <T>(name: string) =>
  contributionKind<T, T>(name, (values) => {
    if (values.length !== 1) throw new Error(`${values.length} modules contribute ${name}`)
    return values[0]!
  })

/** Any number of parts; asked for, they are one list. */
export const listOf = <T>(name: string) => contributionKind<T, readonly T[]>(name, (values) => values)

/** Exactly one for a key, such as how a sales contract is approved; undefined where nobody gave one. */
export const oneForEach = <Key extends string, T>(name: string) =>
  contributionKind<Partial<Record<Key, T>>, (key: Key) => T | undefined>(name, (values) => {
    const all = new Map<string, T>()
    for (const [key, one] of values.flatMap((v) => Object.entries<T | undefined>(v))) {
      if (one === undefined) continue
      if (all.has(key)) throw new Error(`two modules contribute ${name} for ${key}`)
      all.set(key, one)
    }
    return (key) => all.get(key)
  })

/** Any number for a key, such as what follows when a contract was amended. */
export const listForEach = <Key extends string, T>(name: string) =>
  contributionKind<Partial<Record<Key, T>>, (key: Key) => readonly T[]>(name, (values) => {
    const all = new Map<string, T[]>()
    for (const [key, one] of values.flatMap((v) => Object.entries<T | undefined>(v)))
      if (one !== undefined) all.set(key, [...(all.get(key) ?? []), one])
    return (key) => all.get(key) ?? []
  })

/** The parts of all modules, gathered kind by kind when a kind is first asked for. */
export const gathered = (contributions: readonly Contribution[]): Contributed => {
  const known = new Map<Kind<unknown>, unknown>()
  return <Gathered>(kind: Kind<Gathered>): Gathered => {
    if (!known.has(kind)) known.set(kind, kind.gather(contributions.filter((c) => c.kind === kind).map((c) => c.value)))
    return known.get(kind) as Gathered
  }
}
