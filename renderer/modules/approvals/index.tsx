// The pages of approvals: the list, one submission, the routes, stand-ins and the company's control switches.
import AltRoute from '@mui/icons-material/AltRouteOutlined'
import FactCheck from '@mui/icons-material/FactCheckOutlined'
import PeopleAlt from '@mui/icons-material/PeopleAltOutlined'
import ToggleOn from '@mui/icons-material/ToggleOnOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const approvals = defineScreens({
  routes: [
    {
      name: 'approvals',
      list: { name: 'approvals', params: { box: 'all' } },
      page: lazyPage(async () => (await import('./approvals-page.tsx')).ApprovalsPage),
      menu: { group: 'work', order: 20, icon: <FactCheck /> },
    },
    {
      name: 'delegations',
      page: lazyPage(async () => (await import('./delegations-page.tsx')).DelegationsPage),
      permission: 'approval.decide',
      menu: { group: 'work', order: 30, more: true, icon: <PeopleAlt /> },
    },
    { name: 'approval', page: lazyPage(async () => (await import('./approval-page.tsx')).ApprovalPage) },
    {
      name: 'control-switches',
      page: lazyPage(async () => (await import('./switches-page.tsx')).SwitchesPage),
      permission: 'company.edit',
      single: true,
      titleKey: 'menu.control-switches',
      menu: { group: 'settings', order: 50, icon: <ToggleOn /> },
    },
    {
      name: 'approval-routes',
      page: lazyPage(async () => (await import('./approval-routes-page.tsx')).ApprovalRoutesPage),
      permission: 'approval-route.view',
      single: true,
      titleKey: 'menu.approval-routes',
      menu: { group: 'settings', order: 60, icon: <AltRoute /> },
    },
    {
      name: 'approval-route',
      page: lazyPage(async () => (await import('./approval-route-page.tsx')).ApprovalRoutePage),
      permission: 'approval-route.view',
    },
  ],
})
