// The pages of production follow-up.
import ChecklistRtl from '@mui/icons-material/ChecklistRtlOutlined'
import PlaylistAddCheck from '@mui/icons-material/PlaylistAddCheckOutlined'
import type { Route } from '../../client/index.ts'
import { ProductionPage } from './production-page.tsx'
import { TemplatePage } from './template-page.tsx'
import { TemplatesPage } from './templates-page.tsx'

export const productionRoutes: readonly Route[] = [
  {
    name: 'production',
    page: ProductionPage,
    permission: 'milestone.view',
    single: true,
    titleKey: 'menu.production',
    menu: { group: 'purchasing', order: 20, icon: <ChecklistRtl /> },
  },
  {
    name: 'milestone-templates',
    page: TemplatesPage,
    permission: 'milestone.view',
    single: true,
    titleKey: 'list.milestone-templates',
    menu: { group: 'purchasing', order: 50, more: true, icon: <PlaylistAddCheck /> },
  },
  {
    name: 'milestone-template',
    page: TemplatePage,
    permission: 'milestone.view',
    actions: [{ command: 'save-milestone-template' }],
  },
]
