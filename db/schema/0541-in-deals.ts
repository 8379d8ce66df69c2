// Migration 541: requests and credit notes are found by what they are for. Rule C13 of deals.
export const inDeals = `
CREATE INDEX payment_request_contract ON payment_request(contractId) WHERE contractId IS NOT NULL;
CREATE INDEX credit_note_deal ON credit_note(dealId) WHERE dealId IS NOT NULL;
`
