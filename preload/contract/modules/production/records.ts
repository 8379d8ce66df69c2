// Milestones of purchase contracts and the templates they are copied from.
import { column, record, states } from '../../define/record.ts'
import { active } from '../../define/shared-facts.ts'

const { text, integer, boolean, date, quantity, named, word } = column
const names = { name: text(), nameEn: text() }
const milestoneColumns = { kind: word('milestone-kind'), ...names, anchor: word('milestone-anchor'), offsetDays: integer() }
const responsible = { responsible: word('milestone-responsible'), userId: named('user'), needsNote: boolean() }
const inspected = { note: text(), checked: quantity(), defects: integer() }

export const milestoneTemplate = record('milestone-template', {
  table: 'milestone_template',
  sync: 'company',
  actions: ['edit'],
  grants: { purchaser: ['edit'] },
  states: active,
  once: [{ column: 'name', commands: ['save-milestone-template'] }],
  view: 'milestone.view',
  title: ['name'],
  titleEn: ['nameEn', 'name'],
  route: 'milestone-template',
  columns: { ...names, isDefault: boolean(), active: boolean() },
  parts: {
    milestone_template_line: {
      of: { column: 'templateId', table: 'milestone_template' },
      line: true,
      title: ['name'],
      titleEn: ['nameEn', 'name'],
      columns: { ...milestoneColumns, ...responsible },
    },
  },
})

export const production = record('production', {
  table: 'production',
  sync: 'trade',
  view: 'milestone.view',
  of: { column: 'id', table: 'purchase_contract' },
  line: true,
  title: [],
  columns: { templateName: text(), merchandiserId: named('user') },
  internal: { templateNameEn: 'plain' },
})

export const milestone = record('milestone', {
  table: 'milestone',
  sync: 'trade',
  /** Which milestones one sees is for the scope of the purchase contract to say. */
  actions: ['view', 'edit', 'export'],
  grants: {
    'sales-manager': ['view', 'export'],
    salesperson: ['view'],
    merchandiser: 'all',
    purchaser: 'all',
    'shipping-clerk': ['view', 'edit'],
    accountant: ['view'],
  },
  states: states('milestone-standing', { open: 'quiet', overdue: 'alarm', failed: 'alarm', done: 'good', skipped: 'gone' }),
  of: { column: 'contractId', table: 'purchase_contract' },
  line: true,
  title: ['name'],
  titleEn: ['nameEn', 'name'],
  columns: {
    ...{ ...milestoneColumns, ...responsible, plannedOn: date(), revisedOn: date() },
    ...{ state: word('milestone-standing'), doneOn: date(), ...inspected },
  },
  internal: { provedBy: 'plain' },
  parts: {
    milestone_event: {
      internal: { at: 'plain' },
      of: { column: 'milestoneId', table: 'milestone' },
      line: true,
      title: [],
      columns: { act: word('milestone-act'), userId: named('user'), on: date(), ...inspected },
    },
  },
})

export const productionRecords = [milestoneTemplate, production, milestone] as const
