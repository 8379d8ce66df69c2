// What can be asked of files on records, and what they are called.
import { filesCommands, filesQueries } from './calls.ts'
import { filesNames } from './names.ts'
import { registerQueries } from './register.ts'

export const files = { commands: filesCommands, queries: { ...filesQueries, ...registerQueries }, names: filesNames }
