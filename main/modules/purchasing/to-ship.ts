// Goods of a purchase that have not left.
import { sql } from 'kysely'

/** Of a purchase line `l`: goods that have not left, in the unit they are sold in, by more than the conversion rounds (purchasing P22). */
export const toShip = sql`2 * (l.quantity * l.unitsSold - l.shipped * l.unitsBought) > l.unitsBought`
