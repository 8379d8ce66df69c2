// What is done with a content in the process that reads contents.
import type { FilePreview } from '../../../preload/contract/envelope.ts'
import type { FileType } from '../../../preload/contract/vocabulary/file-types.ts'
import { inspectFile, type Inspection } from './inspect.ts'
import { previewFile } from './preview.ts'
import { textOfFile } from './text.ts'

export type ReadingJob =
  | { kind: 'inspect'; file: string; name: string }
  | { kind: 'preview'; file: string; type: FileType }
  | { kind: 'text'; file: string; type: FileType }
export type ReadingResult = { inspect: Inspection; preview: FilePreview; text: string }

export const doReadingJob = async (job: ReadingJob): Promise<ReadingResult[ReadingJob['kind']]> => {
  switch (job.kind) {
    case 'inspect':
      return inspectFile(job.file, job.name)
    case 'preview':
      return previewFile(job.file, job.type)
    case 'text':
      return textOfFile(job.file, job.type)
  }
}
