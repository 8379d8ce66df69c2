// What credits hold: a shipment whose documents were made under one is not dropped (shipments H16).
import type { Hold } from '../../records/holds.ts'

export const lettersOnShipment: Hold = {
  by: 'letter-of-credit',
  against: ['discard'],
  find: async ({ db }, shipmentId) => {
    const letter = await db
      .selectFrom('letter_presentation as p')
      .innerJoin('letter_of_credit as c', 'c.id', 'p.letterId')
      .select('c.number')
      .where('p.shipmentId', '=', shipmentId)
      .orderBy('c.number')
      .executeTakeFirst()
    return letter?.number
  },
}
