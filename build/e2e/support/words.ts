// The sentences that these tests look for: the shared ones and those of the modules whose pages they use.
import { approvalsWords } from '../../../renderer/modules/approvals/words.ts'
import { contractsWords } from '../../../renderer/modules/contracts/words.ts'
import { estimatesWords } from '../../../renderer/modules/estimates/words.ts'
import { freightWords } from '../../../renderer/modules/freight/words.ts'
import { partiesWords } from '../../../renderer/modules/parties/words.ts'
import { receiptsAndPaymentsWords } from '../../../renderer/modules/receipts-and-payments/words.ts'
import { shipmentsWords } from '../../../renderer/modules/shipments/words.ts'
import { tasksWords } from '../../../renderer/modules/tasks/words.ts'
import { workbenchWords } from '../../../renderer/modules/workbench/words.ts'
import { defineWords } from '../../../renderer/words/index.ts'

export const wordsIn = defineWords({
  ...approvalsWords.own,
  ...contractsWords.own,
  ...estimatesWords.own,
  ...freightWords.own,
  ...partiesWords.own,
  ...receiptsAndPaymentsWords.own,
  ...shipmentsWords.own,
  ...tasksWords.own,
  ...workbenchWords.own,
})
