// What deals earn: figures without records of their own.
import { right } from '../../define/record.ts'

export const costRight = right('cost', {
  actions: ['view'],
  grants: { 'sales-manager': ['view'], merchandiser: ['view'], purchaser: ['view'], accountant: ['view'] },
})

export const profitRight = right('profit', { actions: ['view'], grants: { 'sales-manager': ['view'], accountant: ['view'] } })

export const profitRecords = [costRight, profitRight] as const
