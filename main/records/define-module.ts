// What a module is to the office: its handlers and what it contributes to others. main/modules.ts brings all of them together.
import type { Contributed, Contribution } from '../commands/contributed.ts'
import type { CommandHandlers } from '../commands/define-command.ts'
import type { Preparations } from '../commands/prepared.ts'
import type { ListHandlers, QueryHandlers } from '../queries/define-query.ts'
import { gathered } from './contributions.ts'

export type Module<C extends keyof CommandHandlers, Q extends keyof QueryHandlers, L extends keyof ListHandlers> = {
  readonly commands: Pick<CommandHandlers, C>
  readonly queries: Pick<QueryHandlers, Q>
  readonly lists: Pick<ListHandlers, L>
  /** What commands have to have made before their turn. */
  readonly prepares: Preparations
  readonly contributes: readonly Contribution[]
}

/** A module's door names its handlers and contributions; what it does not have is left out. */
export const defineModule = <
  C extends keyof CommandHandlers = never,
  Q extends keyof QueryHandlers = never,
  L extends keyof ListHandlers = never,
>({
  commands,
  queries,
  lists,
  prepares = {},
  contributes = [],
}: Partial<Module<C, Q, L>>): Module<C, Q, L> => ({
  commands: commands ?? ({} as Pick<CommandHandlers, C>),
  queries: queries ?? ({} as Pick<QueryHandlers, Q>),
  lists: lists ?? ({} as Pick<ListHandlers, L>),
  prepares,
  contributes,
})

type AnyModule = {
  readonly commands: Partial<CommandHandlers>
  readonly queries: Partial<QueryHandlers>
  readonly lists: Partial<ListHandlers>
  readonly prepares: Preparations
  readonly contributes: readonly Contribution[]
}
type Handled<M extends AnyModule, Part extends 'commands' | 'queries' | 'lists'> = M extends AnyModule ? keyof M[Part] : never
/** `unknown` when every command, query and list of the contract has a handler; otherwise a type that says which have none. */
type Complete<M extends AnyModule> = [
  Exclude<keyof CommandHandlers, Handled<M, 'commands'>>,
  Exclude<keyof QueryHandlers, Handled<M, 'queries'>>,
  Exclude<keyof ListHandlers, Handled<M, 'lists'>>,
] extends [never, never, never]
  ? unknown
  : {
      commandsWithoutHandler: Exclude<keyof CommandHandlers, Handled<M, 'commands'>>
      queriesWithoutHandler: Exclude<keyof QueryHandlers, Handled<M, 'queries'>>
      listsWithoutSource: Exclude<keyof ListHandlers, Handled<M, 'lists'>>
    }

/** Everything the office runs, of all modules. */
export type AllModules = {
  commands: CommandHandlers
  queries: QueryHandlers
  lists: ListHandlers
  prepares: Preparations
  contributed: Contributed
}

/** Each name belongs to one module: a second handler would silently take the place of the first. */
const merged = <T extends object>(parts: readonly Partial<T>[]): T => {
  const names = parts.flatMap((part) => Object.keys(part))
  const twice = names.find((name, at) => names.indexOf(name) < at)
  if (twice !== undefined) throw new Error(`two modules handle ${twice}`)
  return Object.assign({}, ...parts) as T
}

/** Brings the modules together, in the order of dependency. A command, query or list of the contract that no module handles does not compile here. */
export const gatherModules = <const M extends readonly AnyModule[]>(modules: M & Complete<M[number]>): AllModules => ({
  commands: merged<CommandHandlers>(modules.map((m) => m.commands)),
  queries: merged<QueryHandlers>(modules.map((m) => m.queries)),
  lists: merged<ListHandlers>(modules.map((m) => m.lists)),
  prepares: merged<Preparations>(modules.map((m) => m.prepares)),
  contributed: gathered(modules.flatMap((m) => m.contributes)),
})
