// How a module declares its commands and queries. Types are inferred from the schemas; a declaration without class or permission does not compile.
import type { z } from 'zod'
import type { Permission } from '../access.ts'
import { once } from './once.ts'

/** fact: never refused by a business rule once it reaches the hub; intent: may be refused; online-only: only the authority decides (sync.md S2). */
export type CommandClass = 'fact' | 'intent' | 'online-only'
/**
 * Where it runs while the office is away. runs: on the desk, and again at the office. waits: kept on the desk with everything typed, run by the office when it is
 * back (facts that post). hub: by the office alone, and answered so at once.
 */
export type CommandDesk = 'runs' | 'waits' | 'hub'
/**
 * 'signed-in' is enough for what everybody may do to their own things; 'founding' is allowed only while the company does not exist yet; 'office' is what the
 * office itself does, and no person.
 */
export type Access = Permission | 'signed-in' | 'founding' | 'office'
/** What a person can ask for once there is a company. */
export const isForPeople = (access: Access): access is Permission | 'signed-in' => access !== 'founding' && access !== 'office'

/** A schema is declared by how it is made: it is made when it is first asked for. */
export type Declared<S> = () => S

export type CommandSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  kind: 'command'
  class: CommandClass
  desk: CommandDesk
  permission: Access
  input: I
  outcome: O
  /** Input fields that must never reach the audit trail (passwords). */
  secrets: readonly string[]
  /** The input field (dotted path) that holds a password to be set: hashed before the command's turn, and the handler is given the hash. */
  newPassword?: string
  /** The input field that holds the user's own password: the door checks it as at a sign-in, and as slowly for who guesses. */
  proof?: string
  /** False for the desk's own memory (open tabs, drafts): not audited, not captured. */
  audited: boolean
}
export const command = <I extends z.ZodType, O extends z.ZodType>(spec: {
  class: CommandClass
  desk: CommandDesk
  permission: Access
  input: Declared<I>
  outcome: Declared<O>
  secrets?: readonly string[]
  newPassword?: string
  proof?: string
  audited?: boolean
}): CommandSpec<I, O> => {
  const [input, outcome] = [once(spec.input), once(spec.outcome)]
  return {
    kind: 'command',
    secrets: [],
    audited: true,
    ...spec,
    get input() {
      return input()
    },
    get outcome() {
      return outcome()
    },
  }
}

export type QuerySpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  kind: 'query'
  permission: Access
  input: I
  output: O
  /** Long reads run in a worker thread on their own read-only connection. */
  heavy: boolean
  /** Tables (or resources) whose change makes this query stale: the renderer refetches on their notices. */
  watches: readonly string[]
  /** Answered behind the idle lock too, and no sign of life: for figures that say nothing of their content. */
  whileLocked: boolean
  /** Its answer holds a file, which is made when all has been read. */
  makesFile: boolean
}
export const query = <I extends z.ZodType, O extends z.ZodType>(spec: {
  permission: Access
  input: Declared<I>
  output: Declared<O>
  heavy?: boolean
  watches: readonly string[]
  whileLocked?: boolean
}): QuerySpec<I, O> => {
  const [input, output] = [once(spec.input), once(spec.output)]
  return {
    kind: 'query',
    heavy: false,
    whileLocked: false,
    makesFile: false,
    ...spec,
    get input() {
      return input()
    },
    get output() {
      return output()
    },
  }
}

/** A query whose answer holds a file: its handler may leave the making of it for when its moment is over. */
export const fileQuery = <I extends z.ZodType, O extends z.ZodType>(
  spec: Parameters<typeof query<I, O>>[0],
): QuerySpec<I, O> & { makesFile: true } =>
  Object.defineProperty(query(spec), 'makesFile', { value: true }) as QuerySpec<I, O> & { makesFile: true }
