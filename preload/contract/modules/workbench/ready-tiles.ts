// Tiles that ready-made desks and boards are laid out of: data; what a tile does with its settings stands with its kind in the screens (renderer/records/tiles).
import type { Filter, Sort } from '../../define/index.ts'
import type { Period } from '../../vocabulary/periods.ts'
import type { TileSettings, UnplacedTile } from './tiles.ts'

export const tile = (id: string, kind: string, [w, h]: readonly [number, number], settings: TileSettings = {}): UnplacedTile => ({
  ...{ id, kind, w, h, settings },
})

export const figures = (...names: string[]): UnplacedTile[] =>
  names.map((figure) => tile(`figure-${figure}`, 'figure', [Math.max(3, 12 / names.length), 2], { figure }))
export const pages = (...routes: string[]): UnplacedTile[] =>
  routes.map((route) => tile(`page-${route}`, 'shortcut', [2, 1], { to: 'page', route }))

type Listed = {
  /** The page of the list, by its route. */
  page: string
  columns: string
  filters?: Filter[]
  sort?: string
  period?: { field: string; period: Period }
}
/** `-` before a column: the greatest first. */
const sortOf = (text: string): Sort[] => [{ field: text.replace(/^-/, ''), descending: text.startsWith('-') }]
export const list = (id: string, size: readonly [number, number], { page, columns, filters, sort, period }: Listed): UnplacedTile =>
  tile(`list-${id}`, 'list', size, {
    ...{ page, columns, titled: id },
    look: JSON.stringify({ ...(filters && { filters }), ...(sort && { sort: sortOf(sort) }), ...(period && { period }) }),
  })
export const among = (field: string, ...value: string[]): Filter => ({ field, op: 'in', value })

export const HALF = [6, 7] as const
/** Below the first row one looks for what is next, not for all of it. */
export const LOW = [6, 6] as const
export const ageing = (side: 'receivable' | 'payable', size: readonly [number, number] = HALF) =>
  tile(`ageing-${side}`, 'ageing', size, { side })

export const toShip = (size: readonly [number, number] = HALF) =>
  list('to-ship', size, {
    ...{ page: 'shipments', columns: 'etd customer number portOfDischarge status', sort: 'etd' },
    filters: [among('status', 'planned', 'booked')],
  })
export const onTheWay = (size: readonly [number, number] = HALF) =>
  list('on-the-way', size, {
    ...{ page: 'shipments', columns: 'eta customer status vessel number', sort: 'eta' },
    filters: [among('status', 'dispatched', 'on-board')],
  })
export const milestones = (size: readonly [number, number] = HALF) =>
  list('milestones-due', size, {
    ...{ page: 'production', columns: 'due supplier milestone contract standing', sort: 'due' },
    filters: [among('standing', 'open', 'overdue', 'failed')],
  })
export const deliveries = (size: readonly [number, number] = HALF) =>
  list('deliveries', size, {
    ...{ page: 'purchase-contracts', columns: 'deliveryDate supplier number total shippedShare', sort: 'deliveryDate' },
    filters: [among('status', 'signed')],
    period: { field: 'deliveryDate', period: 'next-30-days' },
  })
