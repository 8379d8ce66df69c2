// The pages of people and the company.
import AccountTree from '@mui/icons-material/AccountTreeOutlined'
import AdminPanelSettings from '@mui/icons-material/AdminPanelSettingsOutlined'
import Apartment from '@mui/icons-material/ApartmentOutlined'
import Group from '@mui/icons-material/GroupOutlined'
import History from '@mui/icons-material/HistoryOutlined'
import type { Route } from '../../client/index.ts'
import { AuditPage } from './audit-page.tsx'
import { CompanyPage } from './company-page.tsx'
import { DepartmentsPage } from './departments-page.tsx'
import { RolePage } from './role-page.tsx'
import { RolesPage } from './roles-page.tsx'
import { UserPage } from './user-page.tsx'
import { UsersPage } from './users-page.tsx'

export const peopleRoutes: readonly Route[] = [
  { name: 'users', page: UsersPage, permission: 'user.view', menu: { group: 'settings', order: 20, icon: <Group /> } },
  { name: 'user', page: UserPage, permission: 'user.view', actions: [{ command: 'create-user' }] },
  { name: 'roles', page: RolesPage, permission: 'role.view', menu: { group: 'settings', order: 30, icon: <AdminPanelSettings /> } },
  { name: 'role', page: RolePage, permission: 'role.view' },
  {
    name: 'departments',
    page: DepartmentsPage,
    permission: ['user.view', 'user.edit'],
    titleKey: 'menu.departments',
    menu: { group: 'settings', order: 40, icon: <AccountTree /> },
  },
  {
    name: 'company',
    page: CompanyPage,
    permission: 'company.edit',
    titleKey: 'query.company',
    single: true,
    menu: { group: 'settings', order: 10, icon: <Apartment /> },
  },
  { name: 'audit', page: AuditPage, permission: 'audit.view', menu: { group: 'settings', order: 70, icon: <History /> } },
]
