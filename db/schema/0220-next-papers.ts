// Migration 220: what the next paper is filled from, found without a scan: what was bought of a product, the quotation that became a contract.
export const nextPapers = `
CREATE INDEX purchase_line_product ON purchase_line(productId) WHERE productId IS NOT NULL;
CREATE INDEX quotation_contract ON quotation(contractId) WHERE contractId IS NOT NULL;
`
