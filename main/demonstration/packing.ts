// How the goods of the newest shipments were packed: full cartons, and one that is not full, which was weighed.
import type { CommandInput } from '../../preload/contract/commands.ts'
import { Decimal, decimalTextOf } from '../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { products } from './trade-data.ts'

type Packages = NonNullable<CommandInput<'save-shipment'>['packages']>
/** `product`: its place in the list of products. */
export const weighedPackages = (lines: readonly { id: string; product: number; quantity: string }[]): Packages =>
  lines.flatMap(({ id, product, quantity }) => {
    const [, , , , , , , , pieces, [length, width, height], gross, net] = products[product]!
    const full = new Decimal(quantity).div(pieces).floor()
    const rest = new Decimal(quantity).minus(full.times(pieces))
    const row = {
      ...{ lineId: id, piecesPerCarton: String(pieces), netWeight: net, grossWeight: gross },
      ...{ cartonLength: String(length), cartonWidth: String(width), cartonHeight: String(height) },
      ...{ netTotal: null, grossTotal: null, volumeTotal: null, marks: '', container: '' },
    }
    const weighed = decimalTextOf(rest.div(pieces).times(net).plus(new Decimal(gross).minus(net)).plus('0.1').toDecimalPlaces(2))
    return [
      ...(full.isZero() ? [] : [{ id: newId(), ...row, quantity: decimalTextOf(full.times(pieces)), cartons: full.toNumber() }]),
      ...(rest.isZero() ? [] : [{ id: newId(), ...row, quantity: decimalTextOf(rest), cartons: 1, grossTotal: weighed }]),
    ]
  })
