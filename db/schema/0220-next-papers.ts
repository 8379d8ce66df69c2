// Migration 220: what the next paper is filled from, found without a scan; milestones that a document proves keep which one it was.
export const nextPapers = `
CREATE INDEX purchase_line_product ON purchase_line(productId) WHERE productId IS NOT NULL;
CREATE INDEX quotation_contract ON quotation(contractId) WHERE contractId IS NOT NULL;
CREATE INDEX payment_contract ON payment(contractId) WHERE contractId IS NOT NULL;
-- provedBy: the id of the payment or shipment that ticked it; null for what somebody ticked, and for what is open.
ALTER TABLE milestone ADD COLUMN provedBy TEXT;
`
