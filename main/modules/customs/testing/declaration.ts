// A declaration for tests.
import type { CommandInput } from '../../../../preload/contract/commands.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'

type Input = CommandInput<'save-customs-declaration'>

export const aDeclaration = (given: Partial<Input> & Pick<Input, 'shipmentId'>): Input => ({
  ...{ id: newId(), exportOn: null, customsRegistration: '3302960001', exitOffice: '3104', exitPort: '宁波', supervision: '0110' },
  ...{ dutyNature: '101', dutyMode: '1', manualNumber: '', licenceNumber: '', producer: '', buyerAeo: '', tradeCountry: 'DEU' },
  ...{ destinationCountry: 'DEU', destinationPort: '汉堡', packaging: '22', dealTerms: '3', sourceArea: '33029', feeCurrency: 'USD' },
  ...{ freight: null, insurance: null, otherFees: null, attachedDocuments: '', remark: '', customsValues: [] },
  ...given,
})
