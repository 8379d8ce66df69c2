// The pages of letters of credit.
import RequestQuote from '@mui/icons-material/RequestQuoteOutlined'
import { defineScreens, listRoute, lazyPage, lazyPanel } from '../../records/index.ts'

export const letters = defineScreens({
  routes: [
    listRoute('letters-of-credit', {
      permission: 'letter-of-credit.view',
      menu: { group: 'shipping', order: 30, icon: <RequestQuote /> },
      by: ['customerId', 'contractId'],
      creates: { command: 'save-letter-of-credit', permission: 'letter-of-credit.create', route: 'letter-of-credit' },
    }),
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
