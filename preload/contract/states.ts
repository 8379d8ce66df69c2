// Which record a state belongs to: the same word means another thing on another kind of record, so a refusal about a state says of which kind it is.
import type { States, TableFacts } from './define/record.ts'
import { type Declaration, records, type With } from './records.ts'

type Dashed<S extends string> = S extends `${infer A}_${infer B}` ? `${A}-${Dashed<B>}` : S
type Parts = With<'parts'>['parts']
/** Parts with states of their own, by the names of their tables. */
type StatedPart<P = Parts> = P extends unknown
  ? { [T in keyof P & string]: P[T] extends { states: unknown } ? T : never }[keyof P & string]
  : never
export type StateKind = Extract<Declaration, { states: unknown }>['kind'] | Dashed<StatedPart> | 'open-item'

const statesOfTable = (kind: string, { states }: TableFacts): [string, States][] => (states ? [[kind, states]] : [])
const declared = new Map<string, States>(
  records.flatMap((record) => [
    ...statesOfTable(record.kind, record),
    ...Object.entries(record.parts ?? {}).flatMap(([table, part]) => statesOfTable(table.replaceAll('_', '-'), part)),
  ]),
)

/** Kind of record → the name group of its states: the state `booked` of a shipment is named by `shipment-status.booked`. An open item's state is its kind. */
export const stateGroups = {
  ...Object.fromEntries([...declared].map(([kind, { group }]) => [kind, group])),
  'open-item': 'item-kind',
} as Readonly<Record<StateKind, string>>
export const STATE_KINDS = Object.keys(stateGroups) as [StateKind, ...StateKind[]]
/** The key that names a state of a kind. */
export const stateKey = (kind: StateKind, state: string): string => `${stateGroups[kind]}.${state}`

const tones = new Map([...declared.values()].map(({ group, tones: of }) => [group, of]))
/** How loud a state of this name group is shown; undefined for a group that holds no states, and for a word that is none of its states. */
export const toneOfState = (group: string, state: string) => tones.get(group)?.[state]
