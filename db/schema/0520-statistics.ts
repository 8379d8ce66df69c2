// Migration 520: who sold a contract and when it was voided, questions that are kept, and who may ask them. Statistics, and contracts C28.
import { grant } from './grants.ts'

/** Everybody who has to do with the business asks of what they may see; administrators see nothing of it. */
const ASKING = ['owner', 'auditor', 'accountant', 'sales-manager', 'salesperson', 'merchandiser', 'purchaser', 'shipping-clerk', 'cashier']

export const statistics = `
-- salespersonId, salesDepartmentId: who had it when it was signed. voidedOn: the day on which a signed contract was voided.
ALTER TABLE sales_contract ADD COLUMN salespersonId TEXT REFERENCES user(id);
ALTER TABLE sales_contract ADD COLUMN salesDepartmentId TEXT REFERENCES department(id);
ALTER TABLE sales_contract ADD COLUMN voidedOn TEXT;
UPDATE sales_contract SET salespersonId = ownerId, salesDepartmentId = departmentId WHERE signedOn IS NOT NULL;
-- Of contracts voided before, the trail knows the day; where it does not, that of the contract.
UPDATE sales_contract SET voidedOn = coalesce(
  (SELECT max(date(a.at, '+8 hours')) FROM audit a WHERE a.subject = sales_contract.id AND a.name = 'void-sales-contract' AND a.kind = 'command'),
  contractDate) WHERE status = 'void' AND signedOn IS NOT NULL;
-- question: JSON. roleId: whom it is shared with. It carries what is asked, never figures.
CREATE TABLE statistic (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, question TEXT NOT NULL, ownerId TEXT NOT NULL REFERENCES user(id), roleId TEXT REFERENCES role(id),
  createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX statistic_owner ON statistic(ownerId);
CREATE INDEX statistic_role ON statistic(roleId) WHERE roleId IS NOT NULL;
${ASKING.map((code) => grant(code, ['statistic.view'])).join('\n')}
${['owner', 'auditor', 'accountant', 'sales-manager'].map((code) => grant(code, ['statistic.people'])).join('\n')}
${['owner', 'accountant', 'sales-manager'].map((code) => grant(code, ['statistic.share'])).join('\n')}
`
