// Migration 560: who else has a share in a sales contract. Rules C29 of contracts, CU9 of statistics.

export const salesShares = `
-- position 0: the salesperson's own part, written when the contract is signed; from 1 on those of colleagues. share: per cent, scaled.
-- departmentId: where the person was when the contract was saved, or signed.
CREATE TABLE sales_share (
  id TEXT PRIMARY KEY, contractId TEXT NOT NULL REFERENCES sales_contract(id), position INTEGER NOT NULL, userId TEXT NOT NULL REFERENCES user(id),
  departmentId TEXT REFERENCES department(id), share INTEGER NOT NULL
) STRICT;
CREATE INDEX sales_share_contract ON sales_share(contractId, position);
`
