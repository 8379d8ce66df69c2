// The door of customs: declarations and certificates of origin made of shipments, what customs want to know of products, and customs' lists of codes.
import { defineCommands } from '../../commands/define-command.ts'
import { defineModule } from '../../records/define-module.ts'
import { holds } from '../../records/holds.ts'
import { paperMakers, papersBeside } from '../../records/papers/index.ts'
import { dealDocuments } from '../deals/index.ts'
import { shipmentFollowers } from '../shipments/index.ts'
import { saveCustomsCode } from './codes.ts'
import { customsLists, customsQueries, declarationOfShipment, saveCustomsDeclaration } from './declarations.ts'
import {
  certificatesOfShipment,
  discardOriginCertificate,
  originLists,
  originQueries,
  saveOriginCertificate,
} from './origin/certificates.ts'
import { foundByShipment } from './found.ts'
import { certificatesInDeal, declarationsInDeal } from './in-deal.ts'
import { certificateOfOriginPaper } from './origin/paper.ts'
import { customsDeclarationPaper } from './paper.ts'
import { papersOfCertificate, papersOfDeclaration } from './papers-beside.ts'
import { saveProductCustoms } from './product.ts'

export const customs = defineModule({
  commands: defineCommands({
    'save-customs-declaration': saveCustomsDeclaration,
    'save-product-customs': saveProductCustoms,
    'save-customs-code': saveCustomsCode,
    'save-origin-certificate': saveOriginCertificate,
    'discard-origin-certificate': discardOriginCertificate,
  }),
  queries: { ...customsQueries, ...originQueries },
  lists: { ...customsLists, ...originLists },
  contributes: [
    holds.of({ shipment: [declarationOfShipment, certificatesOfShipment] }),
    dealDocuments.of({ kind: 'customs-declaration', permission: 'customs-declaration.view', find: declarationsInDeal }),
    dealDocuments.of({ kind: 'origin-certificate', permission: 'origin-certificate.view', find: certificatesInDeal }),
    shipmentFollowers.of(foundByShipment),
    papersBeside.of({ 'customs-declaration': papersOfDeclaration, 'origin-certificate': papersOfCertificate }),
    paperMakers.of({ 'customs-declaration': customsDeclarationPaper, 'certificate-of-origin': certificateOfOriginPaper }),
  ],
})
