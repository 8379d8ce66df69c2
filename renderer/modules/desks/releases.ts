// What the page of updates shows, as the office tells it.
import type { QueryOutput } from '../../../preload/contract/queries.ts'

export type Releases = QueryOutput<'releases'>
export type Release = Releases['releases'][number]
