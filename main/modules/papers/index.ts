// The door of papers: what a record is printed as, issued and kept, by templates and with pictures of the company's own. How one is written and laid out is in
// main/records/papers.
import { defineCommands } from '../../commands/define-command.ts'
import { defineModule } from '../../records/define-module.ts'
import { holds } from '../../records/holds.ts'
import { issuedHold } from '../../records/papers/index.ts'
import { issuePaper, prepareIssue } from './issue.ts'
import { issuedQueries } from './issued.ts'
import { pictureQueries, savePaperPicture } from './pictures.ts'
import { papersQueries } from './queries.ts'
import { savePaperTemplate, templateQueries } from './templates.ts'

export const papers = defineModule({
  commands: defineCommands({
    'issue-paper': issuePaper,
    'save-paper-template': savePaperTemplate,
    'save-paper-picture': savePaperPicture,
  }),
  prepares: { 'issue-paper': prepareIssue },
  // The records that could go without a trace.
  contributes: [
    holds.of({
      quotation: [issuedHold('discard')],
      'sales-contract': [issuedHold('discard')],
      'purchase-contract': [issuedHold('discard')],
      shipment: [issuedHold('remove')],
      'origin-certificate': [issuedHold('discard')],
    }),
  ],
  queries: { ...papersQueries, ...issuedQueries, ...pictureQueries, ...templateQueries },
})
