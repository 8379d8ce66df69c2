// The modules of the screens: one word each. Their order is that of what Ctrl+K offers.
import { amendments } from './modules/amendments/index.tsx'
import { approvals } from './modules/approvals/index.tsx'
import { backups } from './modules/backups/index.tsx'
import { catalogue } from './modules/catalogue/index.tsx'
import { contracts } from './modules/contracts/index.tsx'
import { credit } from './modules/credit/index.tsx'
import { estimates } from './modules/estimates/index.tsx'
import { freight } from './modules/freight/index.tsx'
import { letters } from './modules/letters-of-credit/index.tsx'
import { parties } from './modules/parties/index.tsx'
import { people } from './modules/people/index.tsx'
import { production } from './modules/production/index.tsx'
import { profit } from './modules/profit/index.tsx'
import { purchasing } from './modules/purchasing/index.tsx'
import { quotations } from './modules/quotations/index.tsx'
import { shipments } from './modules/shipments/index.tsx'
import { tasks } from './modules/tasks/index.tsx'
import { treasury } from './modules/treasury/index.tsx'
import { workbench } from './modules/workbench/index.tsx'
import type { Screens } from './records/index.ts'

export const modules = [
  workbench,
  tasks,
  approvals,
  quotations,
  contracts,
  purchasing,
  production,
  amendments,
  freight,
  shipments,
  letters,
  treasury,
  estimates,
  profit,
  parties,
  credit,
  catalogue,
  people,
  backups,
] satisfies readonly Screens[]
