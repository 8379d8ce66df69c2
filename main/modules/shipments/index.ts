// The door of shipments: lines of contracts on their way out, dispatched and followed to arrival.
import { defineCommands } from '../../commands/define-command.ts'
import { defineQueries } from '../../queries/define-query.ts'
import { defineModule } from '../../records/define-module.ts'
import { unfinished } from '../../records/hand-over.ts'
import { shipmentsOfCustomer } from './unfinished.ts'
import { due } from '../../records/due.ts'
import { shipmentsDue } from './due.ts'
import { afterAmendment } from '../amendments/index.ts'
import { shipmentAmount } from '../credit/index.ts'
import { recordShipmentStep, reverseDispatch } from './after-dispatch.ts'
import { dispatchShipment } from './dispatch-shipment.ts'
import { followAmendment } from './follow-amendment.ts'
import { amountNow } from './line-states.ts'
import { linesToShip } from './lines-to-ship.ts'
import { shipmentsLists } from './lists.ts'
import { previewShipment } from './preview-shipment.ts'
import { bookShipment, discardShipment, saveShipment } from './save-shipment.ts'
import { shipmentQuery } from './shipment-query.ts'

export const shipments = defineModule({
  commands: defineCommands({
    'save-shipment': saveShipment,
    'book-shipment': bookShipment,
    'dispatch-shipment': dispatchShipment,
    'record-shipment-step': recordShipmentStep,
    'reverse-dispatch': reverseDispatch,
    'discard-shipment': discardShipment,
  }),
  queries: defineQueries({ shipment: shipmentQuery, 'preview-shipment': previewShipment, 'lines-to-ship': linesToShip }),
  lists: shipmentsLists,
  contributes: [
    unfinished.of({ customer: shipmentsOfCustomer }),
    due.of(shipmentsDue),
    shipmentAmount.of(amountNow),
    afterAmendment.of({ 'sales-contract': followAmendment }),
  ],
})
