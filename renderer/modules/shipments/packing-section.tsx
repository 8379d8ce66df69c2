// The packing of a shipment: a grid that begins with what the products say and is typed over with what was packed and weighed.
import CallMerge from '@mui/icons-material/CallMergeRounded'
import PlaylistAddCheck from '@mui/icons-material/PlaylistAddCheckRounded'
import { Box, Button, Typography } from '@mui/material'
import { useMemo } from 'react'
import { PACKAGE_KINDS } from '../../../preload/contract/modules/shipments/calls.ts'
import { DecimalField, EnumField, type Option } from '../../kit/fields/index.ts'
import { type Form, FormSection, LineGrid, type LineColumn } from '../../kit/form/index.ts'
import { decimalShown } from '../../kit/format/index.ts'
import { useWords } from '../../words/index.ts'
import { newPackage, packageFormValuesOf, type PackageFormValues } from './packing-form-values.ts'
import type { LineFormValues, ShipmentFormValues } from './shipment-form-values.ts'
import type { PackingPreview } from './use-packing-preview.ts'
import { shipmentsWords } from './words.ts'

type Props = { form: Form<ShipmentFormValues>; preview: PackingPreview | undefined; mayWrite: boolean }

const goodsLabel = ({ productCode, description }: LineFormValues): string =>
  [productCode ?? '', description].filter((text) => text !== '').join(' ')
/** What is picked brings the figures of its other packages, or of its product. */
const figuresOf = (lineId: string, value: ShipmentFormValues, preview: PackingPreview | undefined): Partial<PackageFormValues> => {
  const same = value.packages.find((row) => row.lineId === lineId)
  const unpacked = preview?.unpacked.find((row) => row.lineId === lineId)
  const from = same ?? (unpacked && packageFormValuesOf(unpacked))
  if (!from) return {}
  const { piecesPerCarton, netWeight, grossWeight, cartonLength, cartonWidth, cartonHeight } = from
  return { piecesPerCarton, netWeight, grossWeight, cartonLength, cartonWidth, cartonHeight }
}

const useColumns = ({ form, preview }: Props): LineColumn<PackageFormValues>[] => {
  const { name } = useWords(shipmentsWords)
  const { value } = form
  return useMemo(() => {
    const rows = new Map(preview?.rows.map((row) => [row.id, row]))
    const lines = new Map(value.lines.map((line) => [line.id, line]))
    const goods = value.lines.map((line): Option => ({ id: line.id, label: goodsLabel(line), detail: line.contractNumber, row: null }))
    const pick = (id: string | undefined) => (id === undefined ? {} : { lineId: id, ...figuresOf(id, value, preview) })
    const measure = (field: keyof PackageFormValues, width: number): LineColumn<PackageFormValues> => ({
      ...{ field, label: name(`field.packages.${field}`), kind: 'decimal', places: 3, width },
    })
    const total = (field: 'netTotal' | 'grossTotal' | 'volumeTotal', of: 'netWeight' | 'grossWeight' | 'volume', places: number) => ({
      ...measure(field, 90),
      calculated: (row: PackageFormValues) => {
        const figure = rows.get(row.id)?.[of]
        return figure == null || (of !== 'netWeight' && row.cartons === '0') ? '' : decimalShown(figure, places)
      },
    })
    return [
      { field: 'cartonNumbers', kind: 'shown', width: 76, text: (row) => rows.get(row.id)?.numbers ?? '' },
      {
        field: 'lineId',
        kind: 'pick',
        width: 180,
        grow: true,
        shown: (row) => (lines.has(row.lineId) ? goodsLabel(lines.get(row.lineId)!) : ''),
        search: async (text) => goods.filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase())),
        byText: async (text) => goods.find(({ label }) => label.toLowerCase().startsWith(text.trim().toLowerCase())) ?? null,
        onPick: (picked) => pick(picked?.id),
      },
      { field: 'quantity', kind: 'decimal', places: 4, width: 84 },
      { field: 'unit', kind: 'shown', width: 52, text: (row) => lines.get(row.lineId)?.unit ?? '' },
      { field: 'cartons', label: name('field.packages.cartons'), kind: 'decimal', places: 0, width: 70 },
      { field: 'piecesPerCarton', label: name('field.packages.piecesPerCarton'), kind: 'decimal', places: 4, width: 80 },
      total('netTotal', 'netWeight', 2),
      total('grossTotal', 'grossWeight', 2),
      total('volumeTotal', 'volume', 3),
      measure('netWeight', 76),
      measure('grossWeight', 76),
      measure('cartonLength', 60),
      measure('cartonWidth', 60),
      measure('cartonHeight', 60),
      {
        field: 'container',
        kind: 'word',
        width: 130,
        search: async (text) =>
          value.containers
            .filter(({ number }) => number !== '' && number.includes(text.trim().toUpperCase()))
            .map(({ number, type }): Option => ({ id: number, label: number, detail: type, row: null })),
      },
      { field: 'marks', kind: 'text', width: 120 },
    ]
  }, [name, preview, value])
}

const Fills = ({ preview }: { preview: PackingPreview }) => {
  const { t } = useWords(shipmentsWords)
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, fontVariantNumeric: 'tabular-nums' }}>
      {preview.fills.map(({ container, volume, weight, over }) => (
        <Typography key={container} variant="body2" sx={over ? { color: 'error.main', fontWeight: 600 } : undefined}>
          {t('shipments.fill', { container, volume: volume ?? '–', weight: weight ?? '–' })}
        </Typography>
      ))}
    </Box>
  )
}

export const PackingSection = (props: Props) => {
  const { form, preview, mayWrite } = props
  const { t, name } = useWords(shipmentsWords)
  const { value } = form
  const columns = useColumns(props)
  const total = preview?.total
  const some = value.packages.length > 0
  const totals = some
    ? [
        { field: 'cartons', text: total?.packages == null ? '–' : decimalShown(String(total.packages)) },
        { field: 'netTotal', text: total?.netWeight == null ? '–' : decimalShown(total.netWeight, 2) },
        { field: 'grossTotal', text: total?.grossWeight == null ? '–' : decimalShown(total.grossWeight, 2) },
        { field: 'volumeTotal', text: total?.volume == null ? '–' : decimalShown(total.volume, 3) },
      ]
    : []
  const unpacked = preview?.unpacked ?? []
  const together = preview?.together ?? []
  return (
    <FormSection title={t('shipments.packing')} aside={preview && <Fills preview={preview} />}>
      <Box sx={{ gridColumn: '1 / -1' }}>
        <LineGrid
          {...form.field('packages')}
          columns={columns}
          totals={totals}
          newLine={() => newPackage(unpacked[0]?.lineId ?? value.packages.at(-1)?.lineId)}
          toolbar={
            mayWrite && (
              <>
                <Button
                  size="small"
                  startIcon={<PlaylistAddCheck />}
                  disabled={unpacked.length === 0}
                  onClick={() => form.set({ packages: [...value.packages, ...unpacked.map((row) => packageFormValuesOf(row))] })}
                >
                  {t('shipments.fill-packing')}
                </Button>
                <Button
                  size="small"
                  startIcon={<CallMerge />}
                  disabled={together.length === 0}
                  onClick={() => form.set({ packages: together.map((row) => packageFormValuesOf(row)) })}
                >
                  {t('shipments.rests-together')}
                </Button>
              </>
            )
          }
        />
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1 }}>
          {t(some ? 'shipments.packing-hint' : 'shipments.packing-by-products')}
        </Typography>
      </Box>
      <EnumField {...form.field('packageKind')} label={name('field.packageKind')} group="package-kind" values={PACKAGE_KINDS} />
      <DecimalField {...form.field('pallets')} places={0} />
      <DecimalField {...form.field('palletWeight')} places={3} />
      <DecimalField {...form.field('palletVolume')} places={3} />
    </FormSection>
  )
}
