// The door of shipments: lines of contracts on their way out, dispatched and followed to arrival.
import { defineCommands } from '../../commands/define-command.ts'
import { defineQueries } from '../../queries/define-query.ts'
import { defineModule } from '../../records/define-module.ts'
import { facts } from '../../records/facts.ts'
import { departures, dispatched, timeToShip } from './facts.ts'
import { holds } from '../../records/holds.ts'
import { unfinished } from '../../records/hand-over.ts'
import { shipmentsOfCustomer } from './unfinished.ts'
import { due } from '../../records/due.ts'
import { paperMakers } from '../../records/papers/index.ts'
import { bookingNotePaper, shippingInstructionPaper } from './papers/forwarder-papers.ts'
import { commercialInvoicePaper } from './papers/commercial-invoice.ts'
import { insuranceApplicationPaper } from './papers/insurance-application.ts'
import { packingListPaper } from './papers/packing-list.ts'
import { shippingAdvicePaper } from './papers/shipping-advice.ts'
import { shipmentsDue } from './due.ts'
import { afterAmendment } from '../../records/amendments/index.ts'
import { numbersOfOthers } from '../checks/index.ts'
import { carriedGoods, carryingShipments } from '../contracts/index.ts'
import { dealDocuments, dealFacts } from '../deals/index.ts'
import { recordShipmentStep, reverseDispatch } from './after-dispatch.ts'
import { carriedRows, shipmentRows } from './carried-goods.ts'
import { containersElsewhere } from './containers-elsewhere.ts'
import { dispatchShipment } from './dispatch-shipment.ts'
import { followAmendment } from './follow-amendment.ts'
import { shipmentsOnDeal, shipmentsOnSale } from './holds.ts'
import { CARRIED, shipmentsInDeal } from './in-deal.ts'
import { linesToShip } from './lines-to-ship.ts'
import { shipmentsLists } from './lists.ts'
import { previewPacking } from './packing/preview-packing.ts'
import { previewShipment } from './preview-shipment.ts'
import { bookShipment, discardShipment, saveShipment } from './save-shipment.ts'
import { shipmentQuery } from './shipment-query.ts'

export { carryingChosen, shipmentFollowers, type Carrying, type ShipmentFollower, type ShipmentToBook } from './followers.ts'
export { creditProblems, creditsOfShipments, type CreditOnPaper } from './papers/credit-on-paper.ts'
export { shipmentQuery } from './shipment-query.ts'
export { sameMarks } from './bill-of-lading.ts'
export { packedWith } from './packing/packing-of.ts'
export { advancesOfContract, leftForLaterGoods, type Advances } from './deposits.ts'
export { receivedForContract } from './dispatch-warnings.ts'
export { amountNow } from './line-states.ts'
export {
  billProblems,
  containersText,
  firstFilled,
  markOf as markOfShipment,
  markOfOrder,
  marksText,
  packagesText,
  packingProblems,
  unknownPacking,
  vesselText,
  weightText,
  read as shipmentOnPaper,
  type Read as ShipmentOnPaper,
} from './papers/on-paper.ts'

export const shipments = defineModule({
  commands: defineCommands({
    'save-shipment': saveShipment,
    'book-shipment': bookShipment,
    'dispatch-shipment': dispatchShipment,
    'record-shipment-step': recordShipmentStep,
    'reverse-dispatch': reverseDispatch,
    'discard-shipment': discardShipment,
  }),
  queries: defineQueries({
    'containers-elsewhere': containersElsewhere,
    shipment: shipmentQuery,
    'preview-shipment': previewShipment,
    'preview-packing': previewPacking,
    'lines-to-ship': linesToShip,
  }),
  lists: shipmentsLists,
  contributes: [
    facts.of([dispatched, departures, timeToShip]),
    paperMakers.of({
      'commercial-invoice': commercialInvoicePaper,
      'packing-list': packingListPaper,
      'booking-note': bookingNotePaper,
      'shipping-instruction': shippingInstructionPaper,
      'insurance-application': insuranceApplicationPaper,
      'shipping-advice': shippingAdvicePaper,
    }),
    unfinished.of({ customer: shipmentsOfCustomer }),
    due.of(shipmentsDue),
    afterAmendment.of({ 'sales-contract': followAmendment }),
    carriedGoods.of(carriedRows),
    dealDocuments.of({ kind: 'shipment', permission: 'shipment.view', find: shipmentsInDeal }),
    dealFacts.shipments.of(CARRIED),
    holds.of({ deal: [shipmentsOnDeal], 'sales-contract': [shipmentsOnSale] }),
    numbersOfOthers.of({
      'bill-of-lading': {
        table: 'shipment',
        field: 'billOfLadingNumber',
        by: 'shipment',
        free: 'void',
        view: 'shipment.view',
        scope: 'shipment',
      },
      booking: { table: 'shipment', field: 'bookingNumber', by: 'shipment', free: 'void', view: 'shipment.view', scope: 'shipment' },
    }),
    carryingShipments.of(shipmentRows),
  ],
})
