// Inputs of the catalogue for tests of every module: valid, with only what a test cares about given.
import type { CommandInput } from '../../../../preload/contract/commands.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'

export const aProduct = (over: Partial<CommandInput<'create-product'>> = {}): CommandInput<'create-product'> => ({
  id: newId(),
  code: '',
  name: 'LED table lamp',
  nameZh: '台灯',
  specification: '220 V, 9 W',
  unit: 'PCS',
  hsCode: '9405210000',
  vatRate: '13',
  refundRate: '13',
  categoryId: null,
  supplierId: null,
  piecesPerCarton: '24',
  cartonLength: '60.5',
  cartonWidth: '40',
  cartonHeight: '35.125',
  grossWeight: '18.5',
  netWeight: '16',
  remark: '',
  active: true,
  ...over,
})
