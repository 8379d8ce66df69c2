// Migration 390: how a shipment is insured. Rules H59 and H60 of shipments.

export const cargoInsurance = `
-- insuranceMarkup, premiumRate: per cent (scaled); premiumRate null while it is not known. insuredWhole: the sum insured goes up to a whole unit of its
-- currency. insuranceConditions: '' for the least that the Incoterm asks. claimsAt: '' for the country of destination.
ALTER TABLE shipment ADD COLUMN insuranceMarkup INTEGER NOT NULL DEFAULT 100000;
ALTER TABLE shipment ADD COLUMN premiumRate INTEGER;
ALTER TABLE shipment ADD COLUMN insuredWhole INTEGER NOT NULL DEFAULT 0;
ALTER TABLE shipment ADD COLUMN insuranceConditions TEXT NOT NULL DEFAULT '';
ALTER TABLE shipment ADD COLUMN claimsAt TEXT NOT NULL DEFAULT '';
`
