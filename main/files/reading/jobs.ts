// What is done with a content in the process that reads contents.
import type { FilePreview } from '../../../preload/contract/envelope.ts'
import type { FileType } from '../../../preload/contract/vocabulary/file-types.ts'
import { inspectFile, type Inspection } from './inspect.ts'
import { previewFile } from './preview.ts'

export type ReadingJob = { kind: 'inspect'; file: string; name: string } | { kind: 'preview'; file: string; type: FileType }
export type ReadingResult = { inspect: Inspection; preview: FilePreview }

export const doReadingJob = async (job: ReadingJob): Promise<ReadingResult[ReadingJob['kind']]> =>
  job.kind === 'inspect' ? inspectFile(job.file, job.name) : previewFile(job.file, job.type)
