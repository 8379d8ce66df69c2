// The home page: always there, first in the navigation.
import { defineScreens, lazyPage } from '../../records/index.ts'

export const workbench = defineScreens({
  routes: [{ name: 'home', page: lazyPage(async () => (await import('./home-page.tsx')).HomePage), single: true, titleKey: 'record.home' }],
})
