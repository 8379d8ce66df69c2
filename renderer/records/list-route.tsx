// A page that is nothing but one list: declared among the routes of its module, without a file of its own.
import type { ComponentType } from 'react'
import type { Permission } from '../../preload/contract/access.ts'
import type { CommandName } from '../../preload/contract/commands.ts'
import type { ListName, ListParams } from '../../preload/contract/queries.ts'
import { type Params, type Route, useTabs } from '../client/index.ts'
import type { ListAction } from '../kit/list/index.ts'
import { lazyPage } from './define-screens.tsx'

type ListRoute<N extends ListName> = Pick<Route, 'permission' | 'menu'> & {
  /** Parameters of the list that the page is opened with, such as the customer whose shipments are asked for. */
  by?: readonly Extract<keyof NonNullable<ListParams<N>>, string>[]
  /** The button that begins a new record on the page of this route. */
  creates?: { command: CommandName; permission: Permission; route: string }
}
/** The list page as it is used here: a list whose parameters are all optional. */
type PlainListPage = ComponentType<{ list: ListName; params?: Params; actions?: readonly ListAction[] }>

/** The route of a list, by the list's name: `listRoute('shipments', { permission: 'shipment.view', by: ['dealId'] })`. */
export const listRoute = <N extends ListName>(list: N, { by = [], creates, ...route }: ListRoute<N>): Route => ({
  ...route,
  name: list,
  page: lazyPage(async () => {
    const ListPage = (await import('../kit/list/index.ts')).ListPage as PlainListPage
    return ({ params }) => {
      const { open } = useTabs()
      const asked = Object.fromEntries(by.flatMap((name) => (params[name] === undefined ? [] : [[name, params[name]]])))
      const actions = creates && [
        { name: `command.${creates.command}`, permission: creates.permission, primary: true, onClick: () => open(creates.route) },
      ]
      return <ListPage list={list} params={asked} {...(actions ? { actions } : {})} />
    }
  }),
})
