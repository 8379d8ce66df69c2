// What is done with a content in the process that reads contents.
import { inspectFile, type Inspection } from './inspect.ts'

export type ReadingJob = { kind: 'inspect'; file: string; name: string }
export type ReadingResult = { inspect: Inspection }

export const doReadingJob = async (job: ReadingJob): Promise<ReadingResult[ReadingJob['kind']]> => inspectFile(job.file, job.name)
