// Migration 550: targets of persons and departments by month and measure, and who may see and set them. Rules TG1 to TG6 of targets.
import { grant } from './grants.ts'

export const targets = `
-- Of a person (ownerId, with the department they were in), or of a department itself (ownerId null). amount: minor units of base currency.
CREATE TABLE target (
  id TEXT PRIMARY KEY, ownerId TEXT REFERENCES user(id), departmentId TEXT REFERENCES department(id), month TEXT NOT NULL, measure TEXT NOT NULL,
  amount INTEGER NOT NULL, createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX target_month ON target(measure, month);
${grant('owner', ['target.view', 'target.edit'])}
${grant('sales-manager', ['target.view', 'target.edit'])}
${['salesperson', 'accountant', 'auditor'].map((code) => grant(code, ['target.view'])).join('\n')}
`
