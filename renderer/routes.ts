// Every page of the program, gathered from the modules: one import and one line per module.
import type { Route } from './client/index.ts'
import { amendmentsRoutes } from './modules/amendments/routes.tsx'
import { approvalsRoutes } from './modules/approvals/routes.tsx'
import { backupsRoutes } from './modules/backups/routes.tsx'
import { catalogueRoutes } from './modules/catalogue/routes.tsx'
import { contractsRoutes } from './modules/contracts/routes.tsx'
import { creditRoutes } from './modules/credit/routes.tsx'
import { estimatesRoutes } from './modules/estimates/routes.tsx'
import { freightRoutes } from './modules/freight/routes.tsx'
import { lettersRoutes } from './modules/letters-of-credit/routes.tsx'
import { partiesRoutes } from './modules/parties/routes.tsx'
import { peopleRoutes } from './modules/people/routes.tsx'
import { productionRoutes } from './modules/production/routes.tsx'
import { profitRoutes } from './modules/profit/routes.tsx'
import { purchasingRoutes } from './modules/purchasing/routes.tsx'
import { quotationsRoutes } from './modules/quotations/routes.tsx'
import { shipmentsRoutes } from './modules/shipments/routes.tsx'
import { tasksRoutes } from './modules/tasks/routes.tsx'
import { treasuryRoutes } from './modules/treasury/routes.tsx'
import { workbenchRoutes } from './modules/workbench/routes.tsx'

export const allRoutes: readonly Route[] = [
  ...workbenchRoutes,
  ...tasksRoutes,
  ...approvalsRoutes,
  ...quotationsRoutes,
  ...contractsRoutes,
  ...purchasingRoutes,
  ...productionRoutes,
  ...amendmentsRoutes,
  ...freightRoutes,
  ...shipmentsRoutes,
  ...lettersRoutes,
  ...treasuryRoutes,
  ...estimatesRoutes,
  ...profitRoutes,
  ...partiesRoutes,
  ...creditRoutes,
  ...catalogueRoutes,
  ...peopleRoutes,
  ...backupsRoutes,
]
