// Entry of the process that reads contents which came from outside: what a bomb or a broken document does to it, the office does not notice.
import { doReadingJob } from './files/reading/jobs.ts'
import { serveSideProcess } from './side-process.ts'

serveSideProcess(doReadingJob)
