// All English sentences, gathered from the parts.
import { amendmentsEn } from './amendments-en.ts'
import { approvalsEn } from './approvals-en.ts'
import { backupsEn } from './backups-en.ts'
import { catalogueEn } from './catalogue-en.ts'
import { contractsEn } from './contracts-en.ts'
import { creditEn } from './credit-en.ts'
import { estimatesEn } from './estimates-en.ts'
import { freightEn } from './freight-en.ts'
import { kitEn } from './kit-en.ts'
import { lettersEn } from './letters-of-credit-en.ts'
import { partiesEn } from './parties-en.ts'
import { peopleEn } from './people-en.ts'
import { productionEn } from './production-en.ts'
import { profitEn } from './profit-en.ts'
import { purchasingEn } from './purchasing-en.ts'
import { quotationsEn } from './quotations-en.ts'
import { refusalsEn } from './refusals-en.ts'
import { shellEn } from './shell-en.ts'
import { shipmentsEn } from './shipments-en.ts'
import { treasuryEn } from './treasury-en.ts'
import { warningsEn } from './warnings-en.ts'
import { workbenchEn } from './workbench-en.ts'
import type { WordKey } from './zh.ts'

export const en: Record<WordKey, string> = {
  ...shellEn,
  ...refusalsEn,
  ...warningsEn,
  ...kitEn,
  ...peopleEn,
  ...approvalsEn,
  ...backupsEn,
  ...workbenchEn,
  ...partiesEn,
  ...catalogueEn,
  ...amendmentsEn,
  ...contractsEn,
  ...quotationsEn,
  ...creditEn,
  ...purchasingEn,
  ...productionEn,
  ...freightEn,
  ...shipmentsEn,
  ...lettersEn,
  ...treasuryEn,
  ...estimatesEn,
  ...profitEn,
}
