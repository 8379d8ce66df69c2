// What a declaration and a certificate are found by (Ctrl+K): their own numbers, and the number, customs number and customer of their shipment. Rule CD16.
import type { CommandContext } from '../../commands/define-command.ts'
import { indexRecord } from '../../records/search.ts'
import type { ShipmentFollower } from '../shipments/index.ts'

type Found = {
  id: string
  kind: 'customs-declaration' | 'origin-certificate'
  number: string
  shipmentId: string
  words: readonly string[]
}

const index = (ctx: CommandContext, { id, kind, number, shipmentId, words }: Found): void => {
  const shipment = ctx.tx.row('shipment', shipmentId)!
  const customer = ctx.tx.row('party', shipment.customerId)!
  indexRecord(ctx, {
    ...{ id, kind, title: number, detail: `${shipment.number} · ${customer.name}`, ownerId: null, departmentId: null },
    words: [...words, shipment.number, shipment.declarationNumber, customer.name, customer.nameZh, customer.shortName],
  })
}

/** Brings the entry of a declaration, as it is stored now, up to date. */
export const indexDeclaration = (ctx: CommandContext, id: string): void => {
  const { number, shipmentId } = ctx.tx.row('customs_declaration', id)!
  index(ctx, { id, kind: 'customs-declaration', number, shipmentId, words: [] })
}
/** The same of a certificate. */
export const indexCertificate = (ctx: CommandContext, id: string): void => {
  const { number, shipmentId, certificateNumber } = ctx.tx.row('origin_certificate', id)!
  index(ctx, { id, kind: 'origin-certificate', number, shipmentId, words: [certificateNumber] })
}

/** The shipment has got its customs number, or another customer. */
export const foundByShipment: ShipmentFollower = {
  afterIndexed: async (ctx, shipmentId) => {
    for (const [table, indexed] of [
      ['customs_declaration', indexDeclaration],
      ['origin_certificate', indexCertificate],
    ] as const) {
      const rows = await ctx.db.selectFrom(table).select('id').where('shipmentId', '=', shipmentId).orderBy('id').execute()
      for (const { id } of rows) indexed(ctx, id)
    }
  },
}
