// Migration 210: revisions of what was overwritten without one (settings, exchange rates), how goods travel, and how an office that has
// contracts approved signs them.

export const revisions = `
ALTER TABLE setting ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE exchange_rate ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;

-- How goods travel; not known of what stands here already.
ALTER TABLE quotation ADD COLUMN transportMode TEXT;
ALTER TABLE sales_contract ADD COLUMN transportMode TEXT;
ALTER TABLE shipment ADD COLUMN transportMode TEXT;
ALTER TABLE freight_inquiry ADD COLUMN transportMode TEXT;

-- An office that has contracts approved today signs first and goes on doing so; whoever switches approvals on later waits with the signature (decision 0066).
UPDATE setting SET value = json_set(value, '$.switches.signBeforeApproval', json('true'))
  WHERE key = 'company' AND (json_extract(value, '$.switches.approveSalesContract') = 1 OR json_extract(value, '$.switches.approvePurchaseContract') = 1);
`
