// The pages of people and the company.
import AccountTree from '@mui/icons-material/AccountTreeOutlined'
import AdminPanelSettings from '@mui/icons-material/AdminPanelSettingsOutlined'
import Apartment from '@mui/icons-material/ApartmentOutlined'
import Group from '@mui/icons-material/GroupOutlined'
import { defineScreens, listRoute, lazyPage } from '../../records/index.ts'

export const people = defineScreens({
  routes: [
    listRoute('users', {
      permission: 'user.view',
      menu: { group: 'settings', order: 20, icon: <Group /> },
      creates: { command: 'create-user', permission: 'user.create', route: 'user' },
    }),
    {
      name: 'user',
      page: lazyPage(async () => (await import('./user-page.tsx')).UserPage),
      permission: 'user.view',
      actions: [{ command: 'create-user' }],
    },
    {
      name: 'roles',
      page: lazyPage(async () => (await import('./roles-page.tsx')).RolesPage),
      permission: 'role.view',
      menu: { group: 'settings', order: 30, icon: <AdminPanelSettings /> },
    },
    { name: 'role', page: lazyPage(async () => (await import('./role-page.tsx')).RolePage), permission: 'role.view' },
    {
      name: 'departments',
      page: lazyPage(async () => (await import('./departments-page.tsx')).DepartmentsPage),
      permission: ['user.view', 'user.edit'],
      titleKey: 'menu.departments',
      menu: { group: 'settings', order: 40, icon: <AccountTree /> },
    },
    {
      name: 'company',
      page: lazyPage(async () => (await import('./company-page.tsx')).CompanyPage),
      permission: 'company.edit',
      titleKey: 'query.company',
      single: true,
      menu: { group: 'settings', order: 10, icon: <Apartment /> },
    },
  ],
})
