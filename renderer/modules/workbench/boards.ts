// The ready-made boards: what one looks at together, of the company, its salespeople, its factories, its freight. Data; each tile is of a kind that can be put on
// one's own desk too, and asks with the viewer's own rights.
import {
  ageing,
  deliveries,
  figures,
  list,
  LOW,
  milestones,
  onTheWay,
  pages,
  tile,
  toShip,
} from '../../../preload/contract/modules/workbench/ready-tiles.ts'
import { laidOut, type Tile, type UnplacedTile } from '../../../preload/contract/modules/workbench/tiles.ts'

export const BOARDS = ['company', 'salespeople', 'factories', 'freight'] as const
export type Board = (typeof BOARDS)[number]

const statistic = (ready: string, chart: string, size: readonly [number, number]) =>
  tile(`statistic-${ready}`, 'statistic', size, { ready, chart })
const [WIDE, FLAT, SMALL] = [
  [12, 7],
  [12, 5],
  [6, 4],
] as const

const plans: Readonly<Record<Board, readonly UnplacedTile[]>> = {
  company: [
    ...figures('contracts-month', 'shipped-month', 'received-month', 'bank'),
    statistic('this-year', 'table', WIDE),
    statistic('profit-of-people', 'bar', LOW),
    statistic('profit-of-customers', 'bar', LOW),
    ageing('receivable', LOW),
    tile('cash-forecast', 'cash-forecast', LOW),
    milestones(LOW),
    onTheWay(LOW),
  ],
  salespeople: [
    statistic('salespeople', 'table', FLAT),
    statistic('customers-of-salespeople', 'table', WIDE),
    tile('targets-orders', 'targets', SMALL, { measure: 'orders' }),
    tile('targets-received', 'targets', SMALL, { measure: 'received' }),
    ...pages('targets', 'customer-analysis', 'customer-flow', 'receivables-ageing'),
  ],
  factories: [
    list('factory-performance', FLAT, {
      page: 'factory-performance',
      columns: 'factory contracts purchased onTime onTimeInForce daysLate openLate passed',
      sort: '-purchased',
    }),
    statistic('factories', 'table', LOW),
    statistic('purchase-prices', 'table', LOW),
    milestones(LOW),
    deliveries(LOW),
  ],
  freight: [
    statistic('freight', 'stacked', LOW),
    statistic('freight-of-carriers', 'stacked', LOW),
    statistic('freight-of-routes', 'table', WIDE),
    onTheWay(LOW),
    toShip(LOW),
  ],
}

/** Tiles of a board, those of kinds that this viewer may see closed up. */
export const tilesOfBoard = (board: Board, isSeen: (tile: UnplacedTile) => boolean): Tile[] => laidOut(plans[board].filter(isSeen))
