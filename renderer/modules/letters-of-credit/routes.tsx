// The pages of letters of credit.
import RequestQuote from '@mui/icons-material/RequestQuoteOutlined'
import type { Route } from '../../client/index.ts'
import { LetterPage } from './letter-page.tsx'
import { LettersPage } from './letters-page.tsx'

export const lettersRoutes: readonly Route[] = [
  {
    name: 'letters-of-credit',
    page: LettersPage,
    permission: 'letter-of-credit.view',
    menu: { group: 'shipping', order: 30, icon: <RequestQuote /> },
  },
  { name: 'letter-of-credit', page: LetterPage, permission: 'letter-of-credit.view', actions: [{ command: 'save-letter-of-credit' }] },
]
