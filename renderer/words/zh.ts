// All Chinese sentences, gathered from the parts.
import { amendmentsZh } from './amendments-zh.ts'
import { approvalsZh } from './approvals-zh.ts'
import { backupsZh } from './backups-zh.ts'
import { catalogueZh } from './catalogue-zh.ts'
import { contractsZh } from './contracts-zh.ts'
import { creditZh } from './credit-zh.ts'
import { estimatesZh } from './estimates-zh.ts'
import { freightZh } from './freight-zh.ts'
import { kitZh } from './kit-zh.ts'
import { lettersZh } from './letters-of-credit-zh.ts'
import { partiesZh } from './parties-zh.ts'
import { peopleZh } from './people-zh.ts'
import { productionZh } from './production-zh.ts'
import { profitZh } from './profit-zh.ts'
import { purchasingZh } from './purchasing-zh.ts'
import { quotationsZh } from './quotations-zh.ts'
import { refusalsZh } from './refusals-zh.ts'
import { shellZh } from './shell-zh.ts'
import { shipmentsZh } from './shipments-zh.ts'
import { treasuryZh } from './treasury-zh.ts'
import { warningsZh } from './warnings-zh.ts'
import { workbenchZh } from './workbench-zh.ts'

export const zh = {
  ...shellZh,
  ...refusalsZh,
  ...warningsZh,
  ...kitZh,
  ...peopleZh,
  ...approvalsZh,
  ...backupsZh,
  ...workbenchZh,
  ...partiesZh,
  ...catalogueZh,
  ...amendmentsZh,
  ...contractsZh,
  ...quotationsZh,
  ...creditZh,
  ...purchasingZh,
  ...productionZh,
  ...freightZh,
  ...shipmentsZh,
  ...lettersZh,
  ...treasuryZh,
  ...estimatesZh,
  ...profitZh,
}
export type WordKey = keyof typeof zh
