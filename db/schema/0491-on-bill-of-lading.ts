// Migration 491: what the bill of lading says of the goods, to be compared with the packing. Rule H64 of shipments.
export const onBillOfLading = `
-- As the bill of lading has them; null and '' while nobody has typed them. billGrossWeight: kg, billVolume: m³ (scaled).
ALTER TABLE shipment ADD COLUMN billPackages INTEGER;
ALTER TABLE shipment ADD COLUMN billGrossWeight INTEGER;
ALTER TABLE shipment ADD COLUMN billVolume INTEGER;
ALTER TABLE shipment ADD COLUMN billMarks TEXT NOT NULL DEFAULT '';
`
