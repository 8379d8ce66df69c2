// Migration 501: what reminders look at every minute is found by an index, however much of it is over: shipments by their status, goods that have not left or are not
// billed, money that nobody has claimed, requests to pay, contracts by the day they were signed, amendments of credits that nobody has decided.
export const whatIsOpen = `
CREATE INDEX shipment_status ON shipment(status, etd);
CREATE INDEX sales_line_to_ship ON sales_line(contractId) WHERE shipped < quantity;
CREATE INDEX purchase_line_to_bill ON purchase_line(contractId) WHERE billed < quantity;
CREATE INDEX receipt_unclaimed ON receipt(receivedOn) WHERE status = 'unclaimed';
CREATE INDEX deal_stage ON deal(stage);
CREATE INDEX payment_request_to_pay ON payment_request(payBy) WHERE status = 'open';
CREATE INDEX sales_contract_signed ON sales_contract(signedOn) WHERE status = 'signed';
CREATE INDEX purchase_contract_signed ON purchase_contract(signedOn) WHERE status = 'signed';
CREATE INDEX letter_amendment_pending ON letter_amendment(letterId) WHERE state = 'pending';
`
