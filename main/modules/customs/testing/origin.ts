// A certificate of origin for tests.
import type { CommandInput } from '../../../../preload/contract/commands.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'

type Input = CommandInput<'save-origin-certificate'>

export const aCertificate = (given: Partial<Input> & Pick<Input, 'shipmentId'>): Input => ({
  ...{
    id: newId(),
    originForm: 'co',
    certificateNumber: '',
    declaredAt: 'NINGBO, CHINA',
    declaredOn: '2026-03-02',
    destinationCountry: 'DEU',
  },
  ...{ consignee: '', via: '', manufacturer: '', remark: '', goods: [] },
  ...given,
})
