// A quotation as it is typed: the office's fields, each line with its cost beside it, and the way there and back.
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { QuotationFields } from '../../../preload/contract/modules/quotations/calls.ts'
import type { QueryInput, QueryOutput } from '../../../preload/contract/queries.ts'
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { paymentTermPresets } from '../../kit/fields/index.ts'
import { completeLines, withoutBlankLines } from '../../kit/form/index.ts'
import { isDecimal } from '../../kit/format/index.ts'

export type Quotation = QueryOutput<'quotation'>
export type LineFormValues = Omit<QuotationFields['lines'][number], 'cost'> & {
  productCode: string | null
  /** VAT-inclusive cost of one unit in base currency; '' while it is not known. */
  cost: string
  vatRate: string
  refundRate: string
}
export type QuotationFormValues = Omit<QuotationFields, 'customerId' | 'ownerId' | 'lines' | 'costs'> & {
  customerId: string | null
  ownerId: string | null
  lines: LineFormValues[]
  /** Minor units; null for none. */
  freight: number | null
  insurance: number | null
  domestic: number | null
}

/** Days a new quotation is valid. */
const VALID_FOR = 30

export const newLine = (): LineFormValues => ({
  id: newId(),
  productId: null,
  productCode: null,
  description: '',
  quantity: '',
  unit: 'PCS',
  price: '',
  discount: '0',
  minimumQuantity: '',
  minimumUnit: '',
  cost: '',
  vatRate: '13',
  refundRate: '13',
})
const isBlank = (line: LineFormValues) =>
  line.productId === null && line.description.trim() === '' && line.quantity === '' && line.price === ''

export const validUntilFrom = (day: string): string => addDays(day, VALID_FOR)

export const emptyQuotation = (given: { ownerId: string; today: string; customerId?: string }): QuotationFormValues => ({
  customerId: given.customerId ?? null,
  inquiryNumber: '',
  quotedOn: given.today,
  validUntil: validUntilFrom(given.today),
  currency: 'USD',
  rate: '',
  incoterm: 'FOB',
  incotermPlace: '',
  transportMode: 'sea',
  portOfLoading: '',
  portOfDischarge: '',
  paymentTerm: [...paymentTermPresets['30-70']],
  delivery: '',
  commissionRate: '0',
  clauses: '',
  remark: '',
  ownerId: given.ownerId,
  lines: [newLine()],
  freight: null,
  insurance: null,
  domestic: null,
})

export const formValuesOf = (data: Quotation): QuotationFormValues => ({
  customerId: data.customerId,
  inquiryNumber: data.inquiryNumber,
  quotedOn: data.quotedOn,
  validUntil: data.validUntil,
  currency: data.currency,
  rate: data.rate,
  incoterm: data.incoterm,
  incotermPlace: data.incotermPlace,
  transportMode: data.transportMode,
  portOfLoading: data.portOfLoading,
  portOfDischarge: data.portOfDischarge,
  paymentTerm: data.paymentTerm,
  delivery: data.delivery,
  commissionRate: data.commissionRate,
  clauses: data.clauses,
  remark: data.remark,
  ownerId: data.ownerId,
  lines: data.lines.map(({ amount: _amount, cost, ...line }) => ({
    ...line,
    minimumQuantity: line.minimumQuantity === '0' ? '' : line.minimumQuantity,
    cost: cost?.cost ?? '',
    vatRate: cost?.vatRate ?? '13',
    refundRate: cost?.refundRate ?? '13',
  })),
  freight: data.costs?.freight ?? null,
  insurance: data.costs?.insurance ?? null,
  domestic: data.costs?.domestic ?? null,
})

type Cost = NonNullable<QuotationFields['lines'][number]['cost']>
const costOf = ({ cost, vatRate, refundRate }: LineFormValues): Cost | null =>
  cost.trim() === '' ? null : { cost, vatRate: vatRate === '' ? '0' : vatRate, refundRate: refundRate === '' ? '0' : refundRate }
const minimumOf = ({ minimumQuantity, minimumUnit }: LineFormValues) => ({
  minimumQuantity: minimumQuantity.trim() === '' ? '0' : minimumQuantity,
  minimumUnit,
})
const wholeOf = ({ freight, insurance, domestic }: QuotationFormValues) => ({
  freight: freight ?? 0,
  insurance: insurance ?? 0,
  domestic: domestic ?? 0,
})

/** What is sent to the office; costs only from who may see them, so that the office keeps what is there. */
export const inputOf = (value: QuotationFormValues, costs: boolean): Omit<CommandInput<'save-quotation'>, 'id' | 'revision'> => {
  const { freight: _f, insurance: _i, domestic: _d, ...fields } = value
  return {
    ...fields,
    customerId: value.customerId ?? '',
    ownerId: value.ownerId ?? '',
    lines: withoutBlankLines(value.lines, isBlank).map((line) => ({
      id: line.id,
      productId: line.productId,
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      price: line.price,
      discount: line.discount === '' ? '0' : line.discount,
      ...minimumOf(line),
      ...(costs ? { cost: costOf(line) } : {}),
    })),
    ...(costs ? { costs: wholeOf(value) } : {}),
  }
}

/** What the preview is asked: lines that are complete, costs that are numbers. */
export const previewOf = (value: QuotationFormValues, costs: boolean): QueryInput<'preview-quotation'> => ({
  currency: value.currency,
  rate: value.rate,
  paymentTerm: value.paymentTerm,
  commissionRate: isDecimal(value.commissionRate, 4) ? value.commissionRate : '0',
  ...(value.quotedOn === '' ? {} : { quotedOn: value.quotedOn }),
  lines: completeLines(
    value.lines.map((line) => ({
      id: line.id,
      productId: line.productId,
      unit: line.unit,
      quantity: line.quantity,
      price: line.price,
      discount: line.discount === '' ? '0' : line.discount,
      ...(isDecimal(line.minimumQuantity, 4) ? minimumOf(line) : {}),
      ...(costs && isDecimal(line.cost, 6) ? { cost: costOf(line) } : {}),
    })),
    ['quantity', 'price', 'discount'],
  ),
  ...(costs ? { costs: wholeOf(value) } : {}),
})
