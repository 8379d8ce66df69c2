// The door of customs: declarations made of shipments, what customs want to know of products, and customs' lists of codes.
import { defineCommands } from '../../commands/define-command.ts'
import { defineModule } from '../../records/define-module.ts'
import { holds } from '../../records/holds.ts'
import { paperMakers } from '../../records/papers/index.ts'
import { saveCustomsCode } from './codes.ts'
import { customsLists, customsQueries, declarationOfShipment, saveCustomsDeclaration } from './declarations.ts'
import { customsDeclarationPaper } from './paper.ts'
import { saveProductCustoms } from './product.ts'

export const customs = defineModule({
  commands: defineCommands({
    'save-customs-declaration': saveCustomsDeclaration,
    'save-product-customs': saveProductCustoms,
    'save-customs-code': saveCustomsCode,
  }),
  queries: customsQueries,
  lists: customsLists,
  contributes: [holds.of({ shipment: [declarationOfShipment] }), paperMakers.of({ 'customs-declaration': customsDeclarationPaper })],
})
