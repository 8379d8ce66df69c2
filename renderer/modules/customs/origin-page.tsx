// A certificate of origin: what is said of it and of its goods, and its items as they come out of the shipment and its packing.
import { Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { useEffect } from 'react'
import { blankFields, onlyFields } from '../../../preload/contract/define/index.ts'
import type { CustomsList } from '../../../preload/contract/modules/customs/calls.ts'
import { ORIGIN_FORMS, type OriginFields, originFields, type OriginForm } from '../../../preload/contract/modules/customs/origin.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { type Params, useCommand, useOfficeQuery } from '../../client/index.ts'
import { DateField, LongTextField, MoneyField, TextField } from '../../kit/fields/index.ts'
import { type Form, FormSection, useDebounced } from '../../kit/form/index.ts'
import { DataLine, ProblemNote, RecordLink, ScrollRegion } from '../../kit/show/index.ts'
import { moneyShown } from '../../kit/format/index.ts'
import { discards, DocumentPage, useRecord } from '../../records/document/index.ts'
import { PaperNotes } from '../../records/papers/index.ts'
import { useWords } from '../../words/index.ts'
import { CustomsCodeField } from './code-field.tsx'
import { customsWords } from './words.ts'

type FormValues = OriginFields & { shipmentId: string }
type Computed = QueryOutput<'preview-origin-certificate'>
type Goods = OriginFields['goods'][number]

const fieldsOf = (data: OriginFields) => onlyFields(originFields(), data)
const formValuesOf = (data: QueryOutput<'origin-certificate'>): FormValues => ({ ...fieldsOf(data), shipmentId: data.shipmentId })
const formNamed = (text: string | undefined): OriginForm => ORIGIN_FORMS.find((one) => one === text) ?? 'co'

/** The list of criteria of a form; the chamber's form has none. */
const CRITERIA: Readonly<Partial<Record<OriginForm, CustomsList>>> = { 'form-a': 'form-a-criterion', rcep: 'rcep-criterion' }

const Items = ({ of, form }: { of: Computed; form: OriginForm }) => {
  const { t, name } = useWords(customsWords)
  const figures = { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } as const
  return (
    <ScrollRegion label={t('origin.items')}>
      <Table size="small" aria-label={t('origin.items')}>
        <TableHead>
          <TableRow>
            <TableCell>#</TableCell>
            <TableCell>{name('field.description')}</TableCell>
            <TableCell>{name('field.hsCode')}</TableCell>
            <TableCell>{name('field.originCountry')}</TableCell>
            {form !== 'co' && <TableCell>{name('field.criterion')}</TableCell>}
            <TableCell align="right">{t('origin.packages')}</TableCell>
            <TableCell align="right">{name('field.quantity')}</TableCell>
            <TableCell align="right">{t('origin.gross-weight')}</TableCell>
            {form === 'rcep' && <TableCell align="right">{name('field.fobValue')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {of.items.map((item) => (
            <TableRow key={item.no}>
              <TableCell>{item.no}</TableCell>
              <TableCell>{item.description}</TableCell>
              <TableCell sx={figures}>{item.hsCode || '–'}</TableCell>
              <TableCell>{item.originCountry}</TableCell>
              {form !== 'co' && <TableCell>{item.criterion || '–'}</TableCell>}
              <TableCell align="right" sx={figures}>
                {item.packedWith === null ? (item.packages ?? '–') : t('origin.packed-with', { no: item.packedWith })}
              </TableCell>
              <TableCell align="right" sx={figures}>
                {item.quantity} {item.unit}
              </TableCell>
              <TableCell align="right" sx={figures}>
                {item.grossWeight ?? '–'}
              </TableCell>
              {form === 'rcep' && (
                <TableCell align="right" sx={figures}>
                  {item.fobValue === null ? '–' : moneyShown(item.fobValue)}
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollRegion>
  )
}

/** By which criterion each line has its origin, and its value where that criterion asks for one. */
const OriginCriteria = ({ form, of }: { form: Form<FormValues>; of: Computed }) => {
  const { t, name } = useWords(customsWords)
  const { goods } = form.value
  const list = CRITERIA[form.value.originForm]
  if (list === undefined) return null
  const goodsOf = (lineId: string): Goods =>
    goods.find((one) => one.lineId === lineId) ?? { id: newId(), lineId, criterion: '', fobValue: null }
  const set = (lineId: string, change: Partial<Goods>) =>
    form.set({ goods: [...goods.filter((one) => one.lineId !== lineId), { ...goodsOf(lineId), ...change }] })
  const first = of.lines[0] && goodsOf(of.lines[0].lineId).criterion
  return (
    <FormSection
      title={t('origin.goods')}
      aside={
        of.lines.length > 1 && (
          <Button
            size="small"
            disabled={!first}
            onClick={() => form.set({ goods: of.lines.map(({ lineId }) => ({ ...goodsOf(lineId), criterion: first ?? '' })) })}
          >
            {t('origin.same-for-all')}
          </Button>
        )
      }
    >
      {of.lines.map(({ lineId, description, quantity, unit }) => {
        const { criterion, fobValue } = goodsOf(lineId)
        const line = t('customs.free-line', { goods: description, quantity, unit })
        return [
          <CustomsCodeField
            key={lineId}
            name={`goods.${lineId}`}
            label={line}
            list={list}
            value={criterion}
            onChange={(typed: string) => set(lineId, { criterion: typed })}
          />,
          criterion.startsWith('RVC') && (
            <MoneyField
              key={`${lineId}-fob`}
              name={`goods.${lineId}.fobValue`}
              label={`${name('field.fobValue')} · ${description}`}
              currency={of.currency}
              value={fobValue}
              onChange={(typed: number | null) => set(lineId, { fobValue: typed })}
            />
          ),
        ]
      })}
    </FormSection>
  )
}

export const OriginPage = ({ params }: { params: Params }) => {
  const { t, name } = useWords(customsWords)
  const saving = useCommand('save-origin-certificate')
  const record = useRecord('origin-certificate', params, {
    formValuesOf,
    empty: () => ({ ...blankFields(originFields(), { originForm: formNamed(params['form']) }), shipmentId: params['shipmentId'] ?? '' }),
    save: (value, at) => saving.run({ ...value, id: at.id, ...(at.isNew ? {} : { revision: at.revision }) }),
  })
  const { data, form } = record
  const { value, begin } = form
  const isNew = params.id === undefined
  const asked = { shipmentId: value.shipmentId, originForm: value.originForm }
  const first = useOfficeQuery('new-origin-certificate', asked, { enabled: isNew && value.shipmentId !== '' })
  const begun = first.data
  useEffect(() => {
    if (begun) begin(fieldsOf({ ...begun, goods: begun.goods.map((goods) => ({ id: newId(), fobValue: null, ...goods })) }))
  }, [begun, begin])
  const looked = useDebounced(value)
  const preview = useOfficeQuery('preview-origin-certificate', looked, { enabled: looked.shipmentId !== '', keep: true })
  const computed = preview.data ?? data
  const of = data ?? (begun && { ...begun, shipmentId: value.shipmentId })
  const actions = [discards('discard-origin-certificate', { text: t('origin.discard-text'), shown: !isNew, revision: data?.revision })]
  return (
    <DocumentPage record={record} number={data?.number} actions={actions} savePermission="origin-certificate.edit">
      <ProblemNote problem={first.problem} />
      {of && (
        <Typography variant="body2">
          <RecordLink route="shipment" id={of.shipmentId}>
            {t('customs.shipment-of', { number: of.shipmentNumber, customer: of.customer })}
          </RecordLink>
        </Typography>
      )}
      {computed && <PaperNotes of={computed.problems} severity="warning" title={t('origin.problems')} />}
      {computed && <PaperNotes of={computed.warnings} severity="info" title={t('origin.warnings')} />}
      <FormSection title={t('customs.head')}>
        <DataLine label={name('field.originForm')}>{name(`origin-form.${value.originForm}`)}</DataLine>
        <TextField {...form.field('certificateNumber')} maxLength={20} help={t('origin.number-help')} />
        <TextField {...form.field('declaredAt')} placeholder="NINGBO, CHINA" autoFocus={isNew} />
        <DateField {...form.field('declaredOn')} />
        <CustomsCodeField {...form.field('destinationCountry')} list="country" />
        <TextField {...form.field('via')} span={3} />
        <LongTextField {...form.field('consignee')} rows={2} span={value.originForm === 'rcep' ? 2 : 4} help={t('origin.consignee-help')} />
        {value.originForm === 'rcep' && (
          <LongTextField {...form.field('manufacturer')} rows={2} span={2} help={t('origin.producer-help')} />
        )}
        {value.originForm === 'rcep' && <LongTextField {...form.field('remark')} rows={1} span={4} help={t('origin.remark-help')} />}
      </FormSection>
      {computed && <OriginCriteria form={form} of={computed} />}
      {computed && (
        <FormSection title={t('origin.items')} wide>
          <Items of={computed} form={value.originForm} />
        </FormSection>
      )}
    </DocumentPage>
  )
}
