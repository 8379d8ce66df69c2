// The door of letters of credit: registered, accepted, amended, drawn upon, and their documents checked.
import { defineCommands } from '../../commands/define-command.ts'
import { defineModule } from '../../records/define-module.ts'
import { holds } from '../../records/holds.ts'
import { unfinished } from '../../records/hand-over.ts'
import { lettersOfCustomer } from './unfinished.ts'
import { due } from '../../records/due.ts'
import { lettersDue } from './due.ts'
import { lettersOnShipment } from './holds.ts'
import { decideAmendment, recordAmendment } from './amendments.ts'
import { dealDocuments } from '../deals/index.ts'
import { lettersInDeal } from './in-deal.ts'
import { cover } from '../credit/index.ts'
import { creditsOfShipments } from '../shipments/index.ts'
import { paperMakers } from '../../records/papers/index.ts'
import { creditOfShipment } from './credit-of-shipment.ts'
import { billOfExchangePaper } from './papers/bill-of-exchange.ts'
import { discardPresentation, recordPresentationStep, savePresentation } from './presentations.ts'
import { lettersLists, lettersQueries } from './queries.ts'
import { coverOfLetters } from './read-cover.ts'
import { acceptLetter, closeLetter, discardLetter, saveLetter } from './save-letter.ts'

export const letters = defineModule({
  commands: defineCommands({
    'save-letter-of-credit': saveLetter,
    'accept-letter-of-credit': acceptLetter,
    'close-letter-of-credit': closeLetter,
    'discard-letter-of-credit': discardLetter,
    'record-letter-amendment': recordAmendment,
    'decide-letter-amendment': decideAmendment,
    'save-presentation': savePresentation,
    'record-presentation-step': recordPresentationStep,
    'discard-presentation': discardPresentation,
  }),
  queries: lettersQueries,
  lists: lettersLists,
  contributes: [
    unfinished.of({ customer: lettersOfCustomer }),
    dealDocuments.of({ kind: 'letter-of-credit', permission: 'letter-of-credit.view', find: lettersInDeal }),
    due.of(lettersDue),
    cover.of(coverOfLetters),
    holds.of({ shipment: [lettersOnShipment] }),
    creditsOfShipments.of(creditOfShipment),
    paperMakers.of({ 'bill-of-exchange': billOfExchangePaper }),
  ],
})
