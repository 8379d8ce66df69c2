// What the bill of lading says of the goods beside what their packing says: differences with both figures, for the page, every paper and the check under a
// credit. Pure. Rule H64 of SPEC.md.
import type { BillFields } from '../../../preload/contract/modules/shipments/calls.ts'
import { Decimal, fixedText } from '../../../preload/contract/vocabulary/decimal.ts'

/** What papers say by the packing; null what is not known, '' of marks. */
export type PackedForBill = {
  packages: number | null
  pallets: number | null
  grossWeight: Decimal | null
  volume: Decimal | null
  marks: string
}
export type BillDifference = { field: keyof BillFields; bill: string; packed: string }

/** Marks as a bank compares them: signs and words; case, width, blanks and ends of lines apart. */
const plainMarks = (text: string): string => text.normalize('NFKC').toUpperCase().split(/\s+/).filter(Boolean).join(' ')
export const sameMarks = (one: string, other: string): boolean => plainMarks(one) === plainMarks(other)

/** Packages are counted as they are, or as the pallets they stand on: a bill of lading says either. */
const samePackages = (bill: number, { packages, pallets }: PackedForBill): boolean => bill === packages || bill === pallets

/** Nothing is compared that either of them does not say. */
export const billDifferences = (bill: BillFields, packed: PackedForBill): BillDifference[] => {
  const { packages, pallets } = packed
  const figure = (field: 'billGrossWeight' | 'billVolume', of: Decimal | null, places: number): BillDifference[] => {
    const typed = bill[field]
    if (typed === null || of === null || of.eq(typed)) return []
    return [{ field, bill: fixedText(new Decimal(typed), places), packed: fixedText(of, places) }]
  }
  return [
    ...(bill.billPackages === null || packages === null || samePackages(bill.billPackages, packed)
      ? []
      : [
          {
            ...{ field: 'billPackages' as const, bill: String(bill.billPackages) },
            packed: pallets === null ? String(packages) : `${packages} / ${pallets}`,
          },
        ]),
    ...figure('billGrossWeight', packed.grossWeight, 3),
    ...figure('billVolume', packed.volume, 3),
    ...(bill.billMarks === '' || packed.marks === '' || sameMarks(bill.billMarks, packed.marks)
      ? []
      : [{ field: 'billMarks' as const, bill: bill.billMarks, packed: packed.marks }]),
  ]
}
