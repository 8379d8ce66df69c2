// The packing list (装箱单): goods by packages, with weights and measures, and no price (PA16). Rules H31, H50 to H54.
import {
  countInEnglish,
  fact,
  packageWords,
  paperWords,
  unitTotals,
  type ContentBlock,
  type PaperMaker,
  type PaperWriter,
} from '../../../records/papers/index.ts'
import { goodsText, signaturesOf } from '../../contracts/index.ts'
import { byContainer, containerName, fillsOf, type ContainerFill } from '../packing/fill.ts'
import { numbersText, packedTotals, type PackedTotals } from '../packing/pack.ts'
import { creditProblems } from './credit-on-paper.ts'
import {
  around,
  billProblems,
  head,
  languageOfCustomer,
  packagesBlock,
  packingProblems,
  read,
  unknownPacking,
  unlessOnBill,
  volumeText,
  voyage,
  weightText,
  type Read,
} from './on-paper.ts'

const figures = ({ packages, netWeight, grossWeight, volume }: PackedTotals, w: PaperWriter) => ({
  cartons: packages === null ? '' : w.quantity(String(packages)),
  net: weightText(netWeight, w),
  gross: weightText(grossWeight, w),
  volume: volumeText(volume, w),
})
const filled = (cells: Record<string, string>) => Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''))

const rowsBlock = ({ lines, products, shipment, packing }: Read, w: PaperWriter): ContentBlock => {
  const { packed, total } = packing
  const lineOf = new Map(lines.map((line) => [line.id, line]))
  const { one, many } = packageWords[shipment.packageKind]
  return {
    key: 'lines',
    kind: 'rows',
    columns: [
      { key: 'numbers', label: paperWords.cartonNumbers, align: 'center', fixed: true },
      { key: 'marks', label: paperWords.marks },
      { key: 'item', label: paperWords.item },
      { key: 'description', label: paperWords.description, grow: 1, fixed: true },
      { key: 'quantity', label: paperWords.quantity, align: 'right', fixed: true },
      { key: 'unit', label: paperWords.unit, align: 'center', fixed: true },
      { key: 'cartons', label: shipment.packageKind === 'carton' ? paperWords.cartons : paperWords.packages, align: 'right' },
      { key: 'each', label: paperWords.piecesPerCarton, align: 'right' },
      { key: 'netEach', label: paperWords.netEach, align: 'right', optional: true },
      { key: 'grossEach', label: paperWords.grossEach, align: 'right', optional: true },
      { key: 'net', label: paperWords.netWeightKg, align: 'right' },
      { key: 'gross', label: paperWords.grossWeightKg, align: 'right' },
      { key: 'volume', label: paperWords.measureCbm, align: 'right' },
      { key: 'size', label: paperWords.cartonSize, align: 'center', optional: true },
    ],
    rows: packed.map((package_) => {
      const { row, isShared, netWeight, grossWeight, volume } = package_
      const line = lineOf.get(row.lineId)!
      const sides = [row.cartonLength, row.cartonWidth, row.cartonHeight]
      return {
        numbers: numbersText(package_),
        marks: row.marks,
        item: line.productCode ?? '',
        description: goodsText(line, products, w),
        quantity: w.quantity(row.quantity),
        unit: line.unit,
        cartons: row.cartons ? w.quantity(String(row.cartons)) : '',
        each: row.cartons && row.piecesPerCarton ? w.quantity(row.piecesPerCarton) : '',
        netEach: row.cartons && row.netWeight ? w.measure(row.netWeight, 2) : '',
        grossEach: row.cartons && row.grossWeight ? w.measure(row.grossWeight, 2) : '',
        net: weightText(netWeight, w),
        // Of packages that goods share, they stand with the first of them.
        gross: isShared ? '' : weightText(grossWeight, w),
        volume: isShared ? '' : volumeText(volume, w),
        size: isShared || sides.includes(null) ? '' : sides.join('×'),
      }
    }),
    sums: [
      {
        label: paperWords.total,
        strong: true,
        cells: {
          ...unitTotals(
            packed.map(({ row }) => ({ quantity: row.quantity, unit: lineOf.get(row.lineId)!.unit })),
            w,
          ),
          ...filled(figures(total, w)),
        },
      },
    ],
    words:
      w.language === 'zh' || total.packages === null
        ? []
        : [`SAY ${countInEnglish(total.packages)} ${total.packages === 1 ? one : many} ONLY`],
  }
}

/** What is in each container, where there are several and every row says in which it is. */
const containersBlock = ({ shipment, packing }: Read, w: PaperWriter): ContentBlock[] => {
  const groups = byContainer(shipment.containers, packing.packed)
  if (groups.length < 2) return []
  const fills = fillsOf(shipment.containers, packing.packed, packing.total)
  return [
    {
      key: 'containers',
      kind: 'rows',
      title: paperWords.byContainer,
      columns: [
        { key: 'container', label: paperWords.container, grow: 1, fixed: true },
        { key: 'seal', label: paperWords.seal },
        { key: 'cartons', label: paperWords.packages, align: 'right', fixed: true },
        { key: 'net', label: paperWords.netWeightKg, align: 'right', fixed: true },
        { key: 'gross', label: paperWords.grossWeightKg, align: 'right', fixed: true },
        { key: 'volume', label: paperWords.measureCbm, align: 'right', fixed: true },
        { key: 'fill', label: paperWords.containerFill, align: 'center' },
      ],
      rows: groups.map(({ container, of }) => ({
        container: containerName(container),
        seal: container.seal,
        ...figures(packedTotals(of), w),
        fill: percents(fills.find((fill) => fill.container === containerName(container))),
      })),
      sums: [],
      words: [],
    },
  ]
}
const percents = (fill: ContainerFill | undefined): string =>
  [fill?.volume, fill?.weight].map((percent) => (percent ? `${percent} %` : '–')).join(' / ')
/** '1 x 20GP: 28.4 % / 6.5 %', where all containers are filled together. */
const fillText = ({ shipment, packing }: Read): string =>
  byContainer(shipment.containers, packing.packed).length > 1
    ? ''
    : fillsOf(shipment.containers, packing.packed, packing.total)
        .map((fill) => `${fill.container}: ${percents(fill)}`)
        .join('\n')

export const packingListPaper: PaperMaker = {
  language: languageOfCustomer,
  write: async (asked, q, w) => {
    const what = await read(asked, q)
    const { shipment, packing } = what
    return {
      titles: paperWords.packingListTitle,
      ...around(what, q),
      blocks: [
        head(what, q, w),
        voyage(what, w, ''),
        rowsBlock(what, w),
        ...containersBlock(what, w),
        packagesBlock(what, w, fact(paperWords.containerFill, fillText(what))),
        signaturesOf(q, what.buyer, w, false),
      ],
      problems: [
        ...unknownPacking(what),
        ...packingProblems(what, w),
        ...billProblems(what),
        ...creditProblems(what.credit, unlessOnBill(what, { packages: 'cartons', grossWeight: 'gross-weight' })),
      ],
      warnings: fillsOf(shipment.containers, packing.packed, packing.total)
        .filter(({ over }) => over)
        .map(({ container, volume, weight }) => ({
          ...{ code: 'container-overfull', what: container, one: `${volume ?? '–'} %`, other: `${weight ?? '–'} %` },
        })),
    }
  },
}
