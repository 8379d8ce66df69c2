// The door of what every amended contract has: the one way it changes after it is signed, version by version. The rules are in
// main/modules/amendments/SPEC.md; that module has the commands and what screens ask.
export {
  amendable,
  amendableOf,
  afterAmendment,
  type Amendable,
  type ComparedField,
  type Content,
  type ContentLine,
  type ContractInForce,
  type Reading,
} from './kinds.ts'
export { amendmentForUpdate, contractToAmend, saveAmendment } from './prepared.ts'
export {
  amendmentFacts,
  amendmentNumber,
  amendmentSubject,
  contentOf,
  contentOfVersion,
  dropAmendment,
  inForceSince,
  keepFirstVersion,
  openAmendment,
  stateOf,
  versionsInForce,
  versionsOf,
  versionsShown,
} from './versions.ts'
export { agreedVersions } from './agreed.ts'
export { compare } from './compare.ts'
export { amendmentRows } from './amendment-rows.ts'
