// The audit trail: who may read it. Its tables belong to db/trail.
import { right } from '../../define/record.ts'

export const auditRight = right('audit', { actions: ['view', 'export'], grants: { administrator: 'all' } })

export const auditRecords = [auditRight] as const
