// Migration 380: what a booking and a bill of lading are asked for with. Rules H56 to H58 of shipments.

export const bookings = `
-- Cut-offs: 'YYYY-MM-DD HH:MM' or a day, '' while not known. billKind: how the bill of lading is given out. goodsOnBill: what it calls the goods, '' for the
-- lines' own descriptions. billWording: what it has to say beside.
ALTER TABLE shipment ADD COLUMN placeOfReceipt TEXT NOT NULL DEFAULT '';
ALTER TABLE shipment ADD COLUMN placeOfDelivery TEXT NOT NULL DEFAULT '';
ALTER TABLE shipment ADD COLUMN siCutoff TEXT NOT NULL DEFAULT '';
ALTER TABLE shipment ADD COLUMN vgmCutoff TEXT NOT NULL DEFAULT '';
ALTER TABLE shipment ADD COLUMN cyCutoff TEXT NOT NULL DEFAULT '';
ALTER TABLE shipment ADD COLUMN customsCutoff TEXT NOT NULL DEFAULT '';
ALTER TABLE shipment ADD COLUMN billKind TEXT NOT NULL DEFAULT 'original';
ALTER TABLE shipment ADD COLUMN goodsOnBill TEXT NOT NULL DEFAULT '';
ALTER TABLE shipment ADD COLUMN billWording TEXT NOT NULL DEFAULT '';
`
