// A customs declaration: the head as it is typed, and its items as they come out of the shipment.
import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { useEffect } from 'react'
import { blankFields, onlyFields } from '../../../preload/contract/define/index.ts'
import { type DeclarationFields, declarationFields } from '../../../preload/contract/modules/customs/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { type Params, useCommand, useOfficeQuery } from '../../client/index.ts'
import { DateField, DecimalField, LongTextField, MoneyField, TextField } from '../../kit/fields/index.ts'
import { type Form, FormSection, useDebounced } from '../../kit/form/index.ts'
import { ProblemNote, RecordLink, ScrollRegion } from '../../kit/show/index.ts'
import { moneyShown } from '../../kit/format/index.ts'
import { DocumentPage, useRecord } from '../../records/document/index.ts'
import { CurrencyField } from '../../records/fields/index.ts'
import { PaperNotes } from '../../records/papers/index.ts'
import { useWords } from '../../words/index.ts'
import { CustomsCodeField } from './code-field.tsx'
import { customsWords } from './words.ts'

type FormValues = DeclarationFields & { shipmentId: string }
type Computed = QueryOutput<'preview-customs-declaration'>

const nothing = () => blankFields(declarationFields(), { feeCurrency: 'USD' })
const fieldsOf = (data: DeclarationFields) => onlyFields(declarationFields(), data)
const formValuesOf = (data: QueryOutput<'customs-declaration'>): FormValues => ({ ...fieldsOf(data), shipmentId: data.shipmentId })

const Items = ({ of }: { of: Computed }) => {
  const { t, name } = useWords(customsWords)
  const figures = { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } as const
  return (
    <ScrollRegion label={t('customs.items')}>
      <Table size="small" aria-label={t('customs.items')}>
        <TableHead>
          <TableRow>
            <TableCell>#</TableCell>
            <TableCell>{name('field.hsCode')}</TableCell>
            <TableCell>{name('field.declaredName')}</TableCell>
            <TableCell align="right">{name('field.quantity')}</TableCell>
            <TableCell align="right">{name('field.legalUnit')}</TableCell>
            <TableCell align="right">{t('customs.net-weight')}</TableCell>
            <TableCell align="right">{name('field.price')}</TableCell>
            <TableCell align="right">{name('field.amount')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {of.items.map((item) => (
            <TableRow key={item.no}>
              <TableCell>{item.no}</TableCell>
              <TableCell sx={figures}>{item.hsCode}</TableCell>
              <TableCell>
                {item.productId === null ? (
                  item.name
                ) : (
                  <RecordLink route="product" id={item.productId}>
                    {item.name || '–'}
                  </RecordLink>
                )}
                <Typography variant="body2" color="textSecondary" sx={{ fontSize: 12 }}>
                  {item.elements}
                </Typography>
              </TableCell>
              <TableCell align="right" sx={figures}>
                {item.quantity} {item.unit}
              </TableCell>
              <TableCell align="right" sx={figures}>
                {item.legalQuantity ?? '–'} {item.legalUnit}
              </TableCell>
              <TableCell align="right" sx={figures}>
                {item.netWeight ?? '–'}
              </TableCell>
              <TableCell align="right" sx={figures}>
                {item.price}
              </TableCell>
              <TableCell align="right" sx={figures}>
                {moneyShown(item.total)}
              </TableCell>
            </TableRow>
          ))}
          <TableRow>
            <TableCell colSpan={7} align="right" sx={{ fontWeight: 600 }}>
              {t('customs.total')}
            </TableCell>
            <TableCell align="right" sx={{ ...figures, fontWeight: 600 }}>
              {moneyShown(of.total)}
            </TableCell>
          </TableRow>
        </TableBody>
      </Table>
    </ScrollRegion>
  )
}

/** Unit prices of goods that are sold for nothing. */
const FreeGoods = ({ form, free }: { form: Form<FormValues>; free: Computed['free'] }) => {
  const { t } = useWords(customsWords)
  const { customsValues } = form.value
  if (free.length === 0) return null
  const set = (lineId: string, price: string) => {
    const others = customsValues.filter((one) => one.lineId !== lineId)
    const old = customsValues.find((one) => one.lineId === lineId)
    form.set({ customsValues: price === '' ? others : [...others, { id: old?.id ?? newId(), lineId, price }] })
  }
  return (
    <FormSection title={t('customs.free')}>
      {free.map(({ lineId, description, quantity, unit }) => (
        <DecimalField
          key={lineId}
          name={`customsValues.${lineId}`}
          label={t('customs.free-line', { goods: description, quantity, unit })}
          places={6}
          value={customsValues.find((one) => one.lineId === lineId)?.price ?? ''}
          onChange={(price: string) => set(lineId, price)}
        />
      ))}
    </FormSection>
  )
}

export const DeclarationPage = ({ params }: { params: Params }) => {
  const { t } = useWords(customsWords)
  const saving = useCommand('save-customs-declaration')
  const record = useRecord('customs-declaration', params, {
    formValuesOf,
    empty: () => ({ ...nothing(), shipmentId: params['shipmentId'] ?? '' }),
    save: (value, at) => saving.run({ ...value, id: at.id, ...(at.isNew ? {} : { revision: at.revision }) }),
  })
  const { data, form } = record
  const { value } = form
  const isNew = params.id === undefined
  const first = useOfficeQuery('new-customs-declaration', { shipmentId: value.shipmentId }, { enabled: isNew && value.shipmentId !== '' })
  const begun = first.data
  const { begin } = form
  useEffect(() => {
    if (begun) begin(fieldsOf(begun))
  }, [begun, begin])
  const looked = useDebounced(value)
  const preview = useOfficeQuery('preview-customs-declaration', looked, { enabled: looked.shipmentId !== '', keep: true })
  const computed = preview.data ?? data
  const of = data ?? (begun && { ...begun, shipmentId: value.shipmentId })
  return (
    <DocumentPage record={record} number={data?.number} savePermission="customs-declaration.edit">
      <ProblemNote problem={first.problem} />
      {of && (
        <Typography variant="body2">
          <RecordLink route="shipment" id={of.shipmentId}>
            {t('customs.shipment-of', { number: of.shipmentNumber, customer: of.customer })}
          </RecordLink>
        </Typography>
      )}
      {computed && <PaperNotes of={computed.problems} severity="warning" title={t('customs.problems')} />}
      <FormSection title={t('customs.head')}>
        <TextField {...form.field('customsRegistration')} maxLength={20} />
        <CustomsCodeField {...form.field('exitOffice')} list="office" autoFocus={isNew} />
        <CustomsCodeField {...form.field('exitPort')} list="exit-port" />
        <DateField {...form.field('exportOn')} />
        <TextField {...form.field('producer')} span={2} />
        <TextField {...form.field('buyerAeo')} maxLength={20} />
        <CustomsCodeField {...form.field('sourceArea')} list="area" />
      </FormSection>
      <FormSection title={t('customs.codes')}>
        <CustomsCodeField {...form.field('supervision')} list="supervision" />
        <CustomsCodeField {...form.field('dutyNature')} list="duty-nature" />
        <CustomsCodeField {...form.field('dutyMode')} list="duty-mode" />
        <CustomsCodeField {...form.field('packaging')} list="packaging" />
        <TextField {...form.field('manualNumber')} maxLength={20} />
        <TextField {...form.field('licenceNumber')} maxLength={20} />
        <TextField {...form.field('attachedDocuments')} span={2} />
      </FormSection>
      <FormSection title={t('customs.where')}>
        <CustomsCodeField {...form.field('tradeCountry')} list="country" />
        <CustomsCodeField {...form.field('destinationCountry')} list="country" />
        <TextField {...form.field('destinationPort')} />
        <CustomsCodeField {...form.field('dealTerms')} list="deal-terms" />
        <CurrencyField {...form.field('feeCurrency')} required />
        <MoneyField {...form.field('freight')} currency={value.feeCurrency} />
        <MoneyField {...form.field('insurance')} currency={value.feeCurrency} />
        <MoneyField {...form.field('otherFees')} currency={value.feeCurrency} />
        <LongTextField {...form.field('remark')} rows={1} span={4} />
      </FormSection>
      {computed && <FreeGoods form={form} free={computed.free} />}
      {computed && (
        <FormSection title={t('customs.items')} wide>
          <Items of={computed} />
        </FormSection>
      )}
    </DocumentPage>
  )
}
