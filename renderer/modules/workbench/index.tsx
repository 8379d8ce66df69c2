// The home page: always there, first in the navigation; the desks of roles; and the kinds of tiles that belong to no other module.
import Dashboard from '@mui/icons-material/DashboardOutlined'
import DashboardCustomize from '@mui/icons-material/DashboardCustomizeOutlined'
import type { Route } from '../../client/index.ts'
import { defineScreens, lazyPage } from '../../records/index.ts'
import type { Board } from './boards.ts'
import { ownTiles } from './tiles/kinds.tsx'

/** Without the right to what stands first on it a board has nothing to say. */
const boardRights: Readonly<Record<Board, Route['permission']>> = {
  company: 'statistic.view',
  salespeople: 'statistic.people',
  factories: 'purchase-contract.view',
  freight: 'shipment.view',
}

export const workbench = defineScreens({
  routes: [
    ...(Object.keys(boardRights) as Board[]).map((board, at) => ({
      name: `board-${board}`,
      page: lazyPage(async () => {
        const { BoardPage } = await import('./board-page.tsx')
        return () => <BoardPage board={board} />
      }),
      permission: boardRights[board],
      single: true,
      titleKey: `board.${board}`,
      menu: { group: 'reports' as const, order: at + 1, more: at > 0, icon: <Dashboard /> },
    })),
    { name: 'home', page: lazyPage(async () => (await import('./home-page.tsx')).HomePage), single: true, titleKey: 'record.home' },
    {
      name: 'role-workbenches',
      page: lazyPage(async () => (await import('./role-workbenches-page.tsx')).RoleWorkbenchesPage),
      permission: 'role-workbench.edit',
      single: true,
      menu: { group: 'settings', order: 35, icon: <DashboardCustomize /> },
    },
  ],
  tiles: ownTiles,
})
