// Sentences of production follow-up in English.
import type { productionZh } from './production-zh.ts'

export const productionEn: Record<keyof typeof productionZh, string> = {
  'production.title': 'Production follow-up',
  'production.of-deal': 'Production',
  'production.none': 'This contract has no milestones yet',
  'production.none-text':
    'Apply a template: it lays out the milestones by signing date, delivery date and latest shipment. Under “Milestone templates” one can be applied by itself on signing.',
  'production.progress': '{{done}} of {{total}} done',
  'production.behind': '{{days}} days behind',
  'production.ahead': '{{days}} days ahead',
  'production.room': '{{days}} days to the latest shipment',
  'production.too-late': '{{days}} days after the latest shipment',
  'production.no-day': 'no date yet',
  'production.inspected': '{{checked}} checked, {{defects}} with defects',
  'production.history': 'History {{count}}',
  'production.record': 'Record…',
  'production.done-today': 'Done today',
  'production.done': '{{name}}: recorded as done',
  'production.keys': 'Arrow keys choose, D done today, Enter record, R revise the date',
  'production.next': 'Next: {{name}}',
  'production.all-done': 'All milestones are done',
  'production.failed-help': 'Say what is wrong and what will be done. A failed milestone stays open until it is checked again and passes.',
  'production.skip-text': 'A skipped milestone does not count for progress and asks for nothing any more.',
  'production.reopen-text': 'The milestone is open again; what was recorded stays in its history.',
  'production.apply-text':
    'Lays out milestones for {{count}} chosen contracts. Earlier ones of which nothing is recorded are replaced, those added by hand stay. Later changes of the template change nothing here.',
  'production.applied': 'Milestones laid out for {{count}} contracts',
  'production.assign-text':
    'Milestones of the merchandiser appear among this person’s tasks; with nobody named, among every merchandiser’s.',
  'production.reschedule-text':
    'Open milestones are laid out anew by the contract’s delivery date and latest shipment of now, and by when earlier ones were really done. The old dates stay in the history.',
  'production.rescheduled': '{{count}} milestones moved',
  'production.box-running': 'Running',
  'production.box-overdue': 'Overdue',
  'production.box-week': 'This week',
  'production.box-all': 'All',
  'production.view-board': 'By contract',
  'production.view-list': 'List',
  'production.nothing': 'No milestones here',
  'production.nothing-text':
    'Milestones appear here once purchase contracts are signed; a template can also be applied to several contracts in the list of purchase contracts.',
  'production.more': '{{count}} more contracts are not shown: narrow by factory or merchandiser, or look at the list.',
  'production.open-all': 'Expand',
  'production.close-all': 'Collapse',
  'production.templates-intro':
    'A template lays out the milestones of a purchase contract. Changing it affects contracts that take it later; those laid out already stay as they are.',
  'production.template-default': 'applied on signing',
  'production.add-line': 'Add milestone',
  'production.remove-line': 'Remove this milestone',
  'production.line': 'No. {{n}}',
  'production.up': 'Move up',
  'production.down': 'Move down',
  'production.after': '{{days}} days after {{anchor}}',
  'production.before': '{{days}} days before {{anchor}}',
  'production.on': 'on {{anchor}}',
  'production.needs-note': 'needs a note',
}
