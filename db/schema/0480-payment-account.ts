// Migration 480: to which of our accounts the buyer of a sales contract pays. Rule C27 of contracts.
export const paymentAccount = `
-- bankAccountId: chosen for the contract's papers; null for the usual account of its currency.
ALTER TABLE sales_contract ADD COLUMN bankAccountId TEXT REFERENCES bank_account(id);
`
