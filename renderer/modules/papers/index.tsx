// The pages of papers: templates, and the pictures that papers bear.
import Approval from '@mui/icons-material/ApprovalOutlined'
import Description from '@mui/icons-material/DescriptionOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const papers = defineScreens({
  routes: [
    {
      name: 'paper-templates',
      page: lazyPage(async () => (await import('./templates-page.tsx')).TemplatesPage),
      permission: 'paper-template.edit',
      single: true,
      titleKey: 'query.paper-templates',
      menu: { group: 'settings', order: 64, icon: <Description /> },
    },
    {
      name: 'paper-template',
      page: lazyPage(async () => (await import('./template-page.tsx')).TemplatePage),
      permission: 'paper-template.edit',
      titleKey: 'record.paper-template',
    },
    {
      name: 'paper-pictures',
      page: lazyPage(async () => (await import('./pictures-page.tsx')).PicturesPage),
      permission: 'paper-picture.edit',
      single: true,
      titleKey: 'query.paper-pictures',
      menu: { group: 'settings', order: 66, icon: <Approval /> },
    },
  ],
})
