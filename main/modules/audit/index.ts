// The door of the audit trail: who did what, and what it changed.
import { defineModule } from '../../records/define-module.ts'
import { auditLists, auditQueries } from './queries.ts'

export const audit = defineModule({ queries: auditQueries, lists: auditLists })
