// The pages of production follow-up.
import ChecklistRtl from '@mui/icons-material/ChecklistRtlOutlined'
import PlaylistAddCheck from '@mui/icons-material/PlaylistAddCheckOutlined'
import { defineScreens, lazyDialog, lazyPage, lazyPanel } from '../../records/index.ts'

export const production = defineScreens({
  routes: [
    {
      name: 'production',
      page: lazyPage(async () => (await import('./production-page.tsx')).ProductionPage),
      permission: 'milestone.view',
      titleKey: 'menu.production',
      list: { name: 'milestones', params: { box: 'all' } },
      menu: { group: 'purchasing', order: 20, icon: <ChecklistRtl /> },
    },
    {
      name: 'milestone-templates',
      page: lazyPage(async () => (await import('./templates-page.tsx')).TemplatesPage),
      permission: 'milestone.view',
      single: true,
      titleKey: 'list.milestone-templates',
      menu: { group: 'purchasing', order: 50, more: true, icon: <PlaylistAddCheck /> },
    },
    {
      name: 'milestone-template',
      page: lazyPage(async () => (await import('./template-page.tsx')).TemplatePage),
      permission: 'milestone.view',
      actions: [{ command: 'save-milestone-template' }],
    },
  ],
  panels: [
    {
      on: 'purchase-contract',
      place: 'sections',
      panel: lazyPanel(async () => (await import('./panels/production-panel.tsx')).ProductionPanel),
    },
    { on: 'deal', place: 'sections', panel: lazyPanel(async () => (await import('./panels/deal-production.tsx')).DealProduction) },
    {
      on: 'purchase-contracts',
      place: 'apply-milestones',
      panel: lazyPanel(async () => (await import('./panels/apply-template.tsx')).ApplyTemplate),
    },
  ],
  taskActions: [
    {
      rules: ['milestone', 'milestone-late'],
      command: 'complete-milestone',
      dialog: lazyDialog(async () => (await import('./panels/milestone-task.tsx')).MilestoneTask),
    },
  ],
})
