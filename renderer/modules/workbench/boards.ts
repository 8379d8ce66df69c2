// The ready-made boards: what one looks at together, of the company, its salespeople, its factories, its freight. Data; each tile is of a kind that can be put on
// one's own desk too, and asks with the viewer's own rights.
import { laidOut, type Tile, type TileSettings, type UnplacedTile } from '../../../preload/contract/modules/workbench/tiles.ts'
import type { Filter } from '../../../preload/contract/define/index.ts'
import type { Period } from '../../../preload/contract/vocabulary/periods.ts'

export const BOARDS = ['company', 'salespeople', 'factories', 'freight'] as const
export type Board = (typeof BOARDS)[number]

const tile = (id: string, kind: string, [w, h]: readonly [number, number], settings: TileSettings = {}): UnplacedTile => ({
  ...{ id, kind, w, h, settings },
})
const figures = (...names: string[]) => names.map((figure) => tile(`figure-${figure}`, 'figure', [12 / names.length, 2], { figure }))
const statistic = (ready: string, chart: string, size: readonly [number, number]) =>
  tile(`statistic-${ready}`, 'statistic', size, { ready, chart })
type Listed = { page: string; columns: string; sort: string; filters?: readonly Filter[]; period?: { field: string; period: Period } }
/** `-` before the column of the order: the greatest first. */
const list = (id: string, size: readonly [number, number], { page, columns, sort, ...look }: Listed) =>
  tile(`list-${id}`, 'list', size, {
    ...{ page, columns, titled: id },
    look: JSON.stringify({ ...look, sort: [{ field: sort.replace(/^-/, ''), descending: sort.startsWith('-') }] }),
  })
const among = (field: string, ...value: string[]): Filter => ({ field, op: 'in', value })
const page = (route: string) => tile(`page-${route}`, 'shortcut', [3, 1], { to: 'page', route })

const [HALF, WIDE, LOW] = [
  [6, 6],
  [12, 7],
  [12, 5],
] as const
const onTheWay = list('on-the-way', HALF, {
  ...{ page: 'shipments', columns: 'eta customer status vessel number', sort: 'eta' },
  filters: [among('status', 'dispatched', 'on-board')],
})
const milestones = list('milestones-due', HALF, {
  ...{ page: 'production', columns: 'due supplier milestone contract standing', sort: 'due' },
  filters: [among('standing', 'open', 'overdue', 'failed')],
})

const plans: Readonly<Record<Board, readonly UnplacedTile[]>> = {
  company: [
    ...figures('contracts-month', 'shipped-month', 'received-month', 'bank'),
    statistic('this-year', 'table', WIDE),
    statistic('profit-of-people', 'bar', HALF),
    statistic('profit-of-customers', 'bar', HALF),
    tile('ageing-receivable', 'ageing', HALF, { side: 'receivable' }),
    tile('cash-forecast', 'cash-forecast', HALF),
    milestones,
    onTheWay,
  ],
  salespeople: [
    statistic('salespeople', 'table', LOW),
    statistic('customers-of-salespeople', 'table', WIDE),
    tile('targets-orders', 'targets', [6, 4], { measure: 'orders' }),
    tile('targets-received', 'targets', [6, 4], { measure: 'received' }),
    ...['targets', 'customer-analysis', 'customer-flow', 'receivables-ageing'].map(page),
  ],
  factories: [
    list('factory-performance', LOW, {
      page: 'factory-performance',
      columns: 'factory contracts purchased onTime onTimeInForce daysLate openLate passed',
      sort: '-purchased',
    }),
    statistic('factories', 'table', HALF),
    statistic('purchase-prices', 'table', HALF),
    milestones,
    list('deliveries', HALF, {
      ...{ page: 'purchase-contracts', columns: 'deliveryDate supplier number total shippedShare', sort: 'deliveryDate' },
      ...{ filters: [among('status', 'signed')], period: { field: 'deliveryDate', period: 'next-30-days' } },
    }),
  ],
  freight: [
    statistic('freight', 'stacked', HALF),
    statistic('freight-of-carriers', 'stacked', HALF),
    statistic('freight-of-routes', 'table', WIDE),
    onTheWay,
    list('to-ship', HALF, {
      ...{ page: 'shipments', columns: 'etd customer number portOfDischarge status', sort: 'etd' },
      filters: [among('status', 'planned', 'booked')],
    }),
  ],
}

/** Tiles of a board, those of kinds that this viewer may see closed up. */
export const tilesOfBoard = (board: Board, isSeen: (tile: UnplacedTile) => boolean): Tile[] => laidOut(plans[board].filter(isSeen))
