// The pages of approvals: the list, one submission, the routes, stand-ins and the company's control switches.
import AltRoute from '@mui/icons-material/AltRouteOutlined'
import FactCheck from '@mui/icons-material/FactCheckOutlined'
import PeopleAlt from '@mui/icons-material/PeopleAltOutlined'
import ToggleOn from '@mui/icons-material/ToggleOnOutlined'
import type { Route } from '../../client/index.ts'
import { ApprovalPage } from './approval-page.tsx'
import { ApprovalRoutePage } from './approval-route-page.tsx'
import { ApprovalRoutesPage } from './approval-routes-page.tsx'
import { ApprovalsPage } from './approvals-page.tsx'
import { DelegationsPage } from './delegations-page.tsx'
import { SwitchesPage } from './switches-page.tsx'

export const approvalsRoutes: readonly Route[] = [
  { name: 'approvals', page: ApprovalsPage, menu: { group: 'work', order: 20, icon: <FactCheck /> } },
  {
    name: 'delegations',
    page: DelegationsPage,
    permission: 'approval.decide',
    menu: { group: 'work', order: 30, more: true, icon: <PeopleAlt /> },
  },
  { name: 'approval', page: ApprovalPage },
  {
    name: 'control-switches',
    page: SwitchesPage,
    permission: 'company.edit',
    single: true,
    titleKey: 'menu.control-switches',
    menu: { group: 'settings', order: 50, icon: <ToggleOn /> },
  },
  {
    name: 'approval-routes',
    page: ApprovalRoutesPage,
    permission: 'approval-route.view',
    single: true,
    titleKey: 'menu.approval-routes',
    menu: { group: 'settings', order: 60, icon: <AltRoute /> },
  },
  { name: 'approval-route', page: ApprovalRoutePage, permission: 'approval-route.view' },
]
