// Migration 540: the least that is sold of a product (MOQ), and what a quotation says of it. Catalogue K8, quotations Q17.
export const minimumOrders = `
-- minimumQuantity: scaled, 0 where there is none; minimumUnit: what it is counted in, '' where there is none.
ALTER TABLE product ADD COLUMN minimumQuantity INTEGER NOT NULL DEFAULT 0;
ALTER TABLE product ADD COLUMN minimumUnit TEXT NOT NULL DEFAULT '';
ALTER TABLE quotation_line ADD COLUMN minimumQuantity INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quotation_line ADD COLUMN minimumUnit TEXT NOT NULL DEFAULT '';
`
