// The pages of letters of credit.
import RequestQuote from '@mui/icons-material/RequestQuoteOutlined'
import { defineScreens, lazyPage, lazyPanel } from '../../records/index.ts'

export const letters = defineScreens({
  routes: [
    {
      name: 'letters-of-credit',
      page: lazyPage(async () => (await import('./letters-page.tsx')).LettersPage),
      permission: 'letter-of-credit.view',
      menu: { group: 'shipping', order: 30, icon: <RequestQuote /> },
    },
    {
      name: 'letter-of-credit',
      page: lazyPage(async () => (await import('./letter-page.tsx')).LetterPage),
      permission: 'letter-of-credit.view',
      actions: [{ command: 'save-letter-of-credit' }],
    },
  ],
  panels: [
    {
      on: 'sales-contract',
      place: 'notes',
      order: 30,
      panel: lazyPanel(async () => (await import('./panels/contract-letters.tsx')).ContractLetters),
    },
    { on: 'shipment', place: 'sections', panel: lazyPanel(async () => (await import('./panels/check-panel.tsx')).ShipmentLetters) },
  ],
})
