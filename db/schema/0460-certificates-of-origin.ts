// Migration 460: certificates of origin of shipments. Rules CD9 to CD13 of customs.
import { grant } from './grants.ts'

const all = ['origin-certificate.view', 'origin-certificate.edit', 'origin-certificate.export']

export const certificatesOfOrigin = `
-- currency: the shipment's when it was saved, of the FOB values.
CREATE TABLE origin_certificate (
  id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, shipmentId TEXT NOT NULL REFERENCES shipment(id), originForm TEXT NOT NULL, certificateNumber TEXT NOT NULL,
  declaredAt TEXT NOT NULL, declaredOn TEXT, destinationCountry TEXT NOT NULL, consignee TEXT NOT NULL, via TEXT NOT NULL, manufacturer TEXT NOT NULL,
  remark TEXT NOT NULL, currency TEXT NOT NULL, createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX origin_certificate_shipment ON origin_certificate(shipmentId);
-- What is said of a line of the shipment. fobValue: minor units of the whole line.
CREATE TABLE origin_goods (
  id TEXT PRIMARY KEY, certificateId TEXT NOT NULL REFERENCES origin_certificate(id), lineId TEXT NOT NULL, criterion TEXT NOT NULL, fobValue INTEGER
) STRICT;
CREATE UNIQUE INDEX origin_goods_of ON origin_goods(certificateId, lineId);
${grant('owner', all)}
${grant('sales-manager', all)}
${grant('shipping-clerk', all)}
${grant('merchandiser', ['origin-certificate.view', 'origin-certificate.edit'])}
${grant('salesperson', ['origin-certificate.view'])}
${grant('auditor', ['origin-certificate.view', 'origin-certificate.export'])}
`
