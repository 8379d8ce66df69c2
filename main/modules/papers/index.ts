// The door of papers: what a record is printed as, issued and kept. How one is written and laid out is in main/records/papers.
import { defineModule } from '../../records/define-module.ts'
import { papersQueries } from './queries.ts'

export const papers = defineModule({ queries: papersQueries })
