// The door of parties: customers, and vendors of every kind, with their contacts.
export { customerForUse, vendorForUse, type PartyRow } from './for-use.ts'
