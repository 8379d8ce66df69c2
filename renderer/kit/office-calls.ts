// What parts of the kit need of the office. The kit names no query and no command: the floor of records gives it these, above all pages.
import { type ComponentType, createContext, use } from 'react'
import type { Permission } from '../../preload/contract/access.ts'
import type { Answer } from '../../preload/contract/envelope.ts'
import type { Problem } from '../client/index.ts'

export type Way = { label: string; onClick: () => void }
/** A view of a list, one's own or shared with one of one's roles. */
export type ListView = {
  id: string
  revision: number
  name: string
  /** As the list's page wrote it. */
  look: string
  mine: boolean
  owner: string
  roleId: string | null
  role: string | null
  preset: boolean
}
export type ListViews = { views: readonly ListView[] /** With which it can be shared. */; roles: readonly { id: string; name: string }[] }
export type KeptView = Pick<ListView, 'id' | 'name' | 'look' | 'roleId' | 'preset'> & { list: string; revision?: number }

type Command<I> = { run: (input: I) => Promise<Answer<unknown>>; running: boolean }
export type OfficeCalls = {
  /** From a refusal: the record that stands in the way, the page where what is missing is put right. */
  useWaysOn: (problem: Problem | null | undefined) => readonly Way[]
  /** Within a refusal: what is missing, put in right there. `onAgain` does again what was refused. */
  Remedy: ComponentType<{ problem: Problem; onAgain: () => void }>
  /** Who can do what this user may not; null while unknown or where nobody can. */
  useWhoMay: (permission: Permission, enabled: boolean) => { names: string; more: boolean } | null
  useListViews: (list: string, enabled: boolean) => { data: ListViews | undefined; refetch: () => void }
  useKeepView: () => Command<KeptView>
  useRemoveView: () => Command<{ id: string; revision: number }>
}

const idle = { run: () => Promise.resolve({ ok: true as const, value: null }), running: false }
/** Before anybody is signed in there is nothing to ask. */
const none: OfficeCalls = {
  useWaysOn: () => [],
  Remedy: () => null,
  useWhoMay: () => null,
  useListViews: () => ({ data: undefined, refetch: () => undefined }),
  useKeepView: () => idle,
  useRemoveView: () => idle,
}
export const OfficeCallsContext = createContext<OfficeCalls>(none)
export const useOfficeCalls = (): OfficeCalls => use(OfficeCallsContext)
