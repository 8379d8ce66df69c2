// A backup job that reads its database and never comes to an end; beside the database stands a file once it reads.
import { writeFileSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { openReadable } from '../../../db/open.ts'

const { database } = workerData as { database: string }
const { sql } = openReadable(database)
sql.exec('BEGIN')
sql.prepare('SELECT * FROM page').all()
writeFileSync(`${database}-is-read`, '')
setInterval(() => sql.prepare('SELECT * FROM page').all(), 1000)
