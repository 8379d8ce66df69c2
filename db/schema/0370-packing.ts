// Migration 370: how the goods of a shipment are packed. Rules H50 to H54 of shipments.

export const packing = `
-- cartons: 0 in the packages of the row above, null not known. piecesPerCarton, weights (kg) and sides (cm): of one package. netTotal, grossTotal (kg),
-- volumeTotal (m³): as weighed or measured, before what the others come to. container: the number of one of the shipment's containers.
CREATE TABLE shipment_package (
  id TEXT PRIMARY KEY, shipmentId TEXT NOT NULL REFERENCES shipment(id), position INTEGER NOT NULL, lineId TEXT NOT NULL
    REFERENCES shipment_line(id) DEFERRABLE INITIALLY DEFERRED,
  quantity INTEGER NOT NULL, cartons INTEGER, piecesPerCarton INTEGER, netWeight INTEGER, grossWeight INTEGER,
  cartonLength INTEGER, cartonWidth INTEGER, cartonHeight INTEGER, netTotal INTEGER, grossTotal INTEGER, volumeTotal INTEGER,
  marks TEXT NOT NULL, container TEXT NOT NULL
) STRICT;
CREATE INDEX shipment_package_of ON shipment_package(shipmentId, position);
CREATE INDEX shipment_package_line ON shipment_package(lineId);
-- packageKind: what the packages are. pallets: on which they stand; palletWeight: kg of the pallets alone; palletVolume: m³ of all that stands on them.
ALTER TABLE shipment ADD COLUMN packageKind TEXT NOT NULL DEFAULT 'carton';
ALTER TABLE shipment ADD COLUMN pallets INTEGER;
ALTER TABLE shipment ADD COLUMN palletWeight INTEGER;
ALTER TABLE shipment ADD COLUMN palletVolume INTEGER;
`
