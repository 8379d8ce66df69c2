// The office process: opens the company's database and serves it, to the desktop that started it or as the hub. Composition only.
import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { availableParallelism, networkInterfaces } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import about from '../package.json' with { type: 'json' }
import { backUp } from '../db/backup.ts'
import { dropFileTexts } from '../db/file-text.ts'
import { inspect, isOpenElsewhere, openReadable, openWritable, type Connection } from '../db/open.ts'
import { migrate, MigrationFailed, newestVersion } from '../db/schema/migrations.ts'
import { nameOf } from '../preload/contract/names/index.ts'
import { backupName, instantStamp } from '../preload/contract/vocabulary/backup-name.ts'
import { witnessText } from '../preload/contract/vocabulary/witness.ts'
import { dayIn } from '../preload/contract/vocabulary/dates.ts'
import { newId } from '../preload/contract/vocabulary/ids.ts'
import { OFFICE_PORT } from '../preload/contract/vocabulary/pairing-code.ts'
import type { ChainSlice } from './access/audit.ts'
import { keepAuditChain, readAuditChain } from './access/audit-chain.ts'
import { readCompany } from './access/company.ts'
import { faultNoted, isLookedAt, lastFaultIn, officeBegan } from './access/office-state.ts'
import { officeItself } from './access/viewer.ts'
import { SLOT_MS, workload } from './access/workload.ts'
import { commandRunner, type CommandRunner } from './commands/run-command.ts'
import { witnessOf } from '../db/trail/witness.ts'
import { spellingReady } from '../db/spelling.ts'
import { storageProblem } from '../db/storage-problem.ts'
import { searchIndexer } from './commands/search-indexer.ts'
import { consoleWords, type ConsoleWord } from './console-words.ts'
import { forgetReceived, noteReceived } from './access/received-contents.ts'
import type { GiveContent } from './demonstration/files/attach-files.ts'
import { collectContents } from './files/collect.ts'
import { contentReader } from './files/content-reader.ts'
import { openFileStore } from './files/store.ts'
import { textReader } from './files/text-reader.ts'
import { releaseKey } from './release-manifest.ts'
import { preparing } from './queries/prepare.ts'
import { readerPool } from './queries/reader-pool.ts'
import { allModules } from './modules.ts'
import { contentsToRead, goneFiles, textsToForget } from './modules/files/index.ts'
import { fileMakers } from './papers/file-makers.ts'
import { auditWatch } from './server/audit-watch.ts'
import { officeBackups } from './server/backups/office-backups.ts'
import { checkpoints, checkpointThread } from './server/checkpoints.ts'
import { stopOffice, takeFolder, usualFolder, type DataFolder } from './server/data-folder.ts'
import { openFrontDoor } from './server/front-door.ts'
import { releaseFolder } from './server/network/releases.ts'
import { officeNetwork, reachableNetworks, requireFree } from './server/network/office-network.ts'
import { networkState } from './access/network-state.ts'
import { readNetworkSettings } from './access/network-settings.ts'
import { parentLine, serveDesktop } from './server/ipc-door.ts'
import { machineWatch } from './server/machine-watch.ts'
import { notifier } from './server/notifier.ts'
import { makePrivate, mendPrivate } from './server/private-files.ts'
import { startAgain } from './server/start-again.ts'
import { taskKeeper, type TaskKeeper } from './server/task-keeper.ts'

/** A busy office writes some tens of megabytes meanwhile. */
const CHECKPOINT_MS = 5000
/** By then the first screens have been answered; what can wait begins. */
const QUIET_MS = 3000
/** The bin is emptied this often; and first when the start is long over. */
const DAY_MS = 86_400_000
const TIDY_FILES_MS = DAY_MS / 4
const TIDY_FIRST_MS = 10 * 60_000
/** By then an answer that is ready has left. */
const ANSWER_MS = 250
/** Whoever asks it to stop waits no longer than this before it begins to. */
const STOP_ASKED_MS = 1000
/** Longer than any command; a founding or an import is cut off. */
const STOP_MS = 3000

class CannotStart extends Error {}
const cannotStart = (word: ConsoleWord, detail = ''): never => {
  throw new CannotStart(consoleWords[word](detail))
}

const readOptions = () => {
  try {
    const { values } = parseArgs({
      options: {
        serve: { type: 'boolean' },
        port: { type: 'string' },
        data: { type: 'string' },
        demo: { type: 'boolean' },
        lan: { type: 'boolean' },
        stop: { type: 'boolean' },
      },
      strict: true,
    })
    const port = values.port === undefined ? OFFICE_PORT : Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return cannotStart('options', `--port ${values.port}`)
    return { ...values, port, data: path.resolve(values.data ?? usualFolder()) }
  } catch (error) {
    if (error instanceof CannotStart) throw error
    return cannotStart('options', error instanceof Error ? error.message : String(error))
  }
}

/**
 * Many desks read at once: one core is for commands, the others are shared. With two cores or fewer a thread for lists would only take the time of reports,
 * and memory; there, and in a desktop alone, the office answers its lists itself.
 */
const listThreads = () => (availableParallelism() <= 2 ? 0 : Math.min(4, availableParallelism() - 1))

/** Beside the bundle in a build, below out/ when the sources run. */
const beside = (file: string) => path.join(import.meta.dirname, file)
const fromSources = () => existsSync(beside('reader.ts'))
const readerEntry = () => (fromSources() ? beside('reader.ts') : beside('reader-thread.cjs'))
const checkpointEntry = () => beside(fromSources() ? 'checkpoint-thread.ts' : 'checkpoint-thread.cjs')
const contentEntry = () => (fromSources() ? beside('content-process.ts') : beside('content-process.cjs'))
const backupEntry = () => (fromSources() ? beside('backup-thread.ts') : beside('backup-thread.cjs'))
const typesettingEntry = () => beside(fromSources() ? 'papers/typesetting.ts' : 'typesetting.cjs')
const paperTemplate = () => beside(fromSources() ? 'papers/paper.typ' : 'paper.typ')
const root = () => path.resolve(import.meta.dirname, fromSources() ? '..' : '../..')
const bundles = () => path.join(root(), 'out/main')
const pagesFolder = () => path.join(root(), 'out/renderer')

/** Whether the port can be had, before anything is opened or changed. */
const requirePort = (port: number): Promise<void> =>
  requireFree([{ host: '127.0.0.1', port }]).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES') cannotStart('port-not-allowed', String(port))
    if (error.code === 'EADDRINUSE') cannotStart('port-in-use', String(port))
    throw error
  })

const openDatabase = async (data: DataFolder): Promise<Connection> => {
  let state = inspect(data.database)
  if (state.state === 'present' && state.version < newestVersion) state = inspect(data.database, true)
  if (state.state === 'damaged') cannotStart('damaged', state.reason)
  if (state.state === 'foreign') cannotStart('foreign', data.database)
  if (state.state === 'present' && state.version > newestVersion) cannotStart('newer', String(state.version))
  if (isOpenElsewhere(data.database)) cannotStart('folder-in-use', data.folder)
  const write = openWritable(data.database)
  try {
    await migrate(write, async (from) => {
      const at = new Date().toISOString()
      const witness = witnessOf(write.sql, at.slice(0, 10))
      const name = { kind: 'before-upgrade', stamp: `${from}-${instantStamp(at)}`, witness: witness && witnessText(witness) } as const
      await backUp(write, data.backups, backupName(name))
    })
  } catch (error) {
    write.close()
    if (error instanceof MigrationFailed) cannotStart('migration-failed', error.message)
    throw error
  }
  return write
}

const foundingCode = () => Array.from({ length: 8 }, () => 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'[randomInt(31)]).join('')

const main = async (): Promise<void> => {
  const options = readOptions()
  if (options.stop) return stopTheOther(options.data)
  const line = parentLine()
  const isServing = options.serve || !line
  if (isServing) await requirePort(options.port)
  makePrivate()
  const data = takeFolder(options.data)
  if ('problem' in data) return cannotStart(data.problem, data.detail)
  mendPrivate(data.folder).forEach((said) => data.log(said))
  process.on('exit', () => data.release())
  officeBegan({
    ...{ version: about.version, startedAt: new Date().toISOString(), log: { file: data.logFile, bytes: data.logBytes } },
    lastFault: lastFaultIn(data.readLog()),
  })
  const write = await openDatabase(data)
  const read = openReadable(data.database)
  const answers = openReadable(data.database)
  // However it ends, nothing is left lying beside the database (a second closing does nothing).
  process.prependListener('exit', () => [read, answers, write].forEach((c) => c.close()))
  const noteFault = (text: string) => {
    data.log(`fault ${text}`)
    faultNoted(text, new Date().toISOString())
  }
  const fault = (id: string, what: string, error: unknown) => {
    const text = `${id} ${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
    noteFault(text)
    console.error(`fault ${id} (${what}); see office.log`)
  }
  const notices = notifier()
  let keeper: TaskKeeper | undefined
  const committed = (tables: string[]) => {
    notices.committed(tables)
    search.soon()
    keeper?.soon(tables)
    if (tables.includes('attachment_version')) texts.soon()
  }
  const disk = machineWatch({
    ...{ folder: data.folder, database: data.database, changed: notices.committed },
    write: (work) => runner.alone(work),
    now: () => new Date().toISOString(),
  })
  const files = { store: openFileStore(data.files), reader: contentReader(contentEntry(), data.log) }
  const makers = fileMakers({ root: root(), entry: typesettingEntry(), template: paperTemplate(), store: files.store })
  const prepare = preparing(answers, allModules.contributed, makers)
  const runner = commandRunner(write, allModules, { committed, fault, faultId: newId, disk, prepare })
  const search = searchIndexer(runner, { failed: (error) => data.log(`search index: ${String(error)}`) })
  const slow = (name: string, ms: number) => data.log(`slow query ${name} ${ms} ms`)
  const onReader = { faultId: newId, fault: noteFault, slow }
  const readers = readerPool(readerEntry(), data.database, onReader, { lists: isServing ? listThreads() : 0 })
  // A process of its own: what somebody sends does not wait behind what is read for finding.
  const quietReader = contentReader(contentEntry(), data.log)
  const texts = textReader({
    ...{ store: files.store, reader: quietReader, next: (most) => contentsToRead(read.sql, most), write: (work) => runner.alone(work) },
    read: () => notices.committed(['file_text']),
    failed: (error) => data.log(`texts of files: ${String(error)}`),
  })
  const code = foundingCode()
  const door = openFrontDoor(
    {
      write,
      read,
      answers,
      runner,
      all: allModules,
      readers,
      version: about.version,
      fault,
      slow,
      makers,
      disk,
      foundingCode: code,
      files,
      foundDemonstration: async (run, progress) => {
        const [{ createDemonstration: foundDemonstration }, { cnyRates }] = await Promise.all([
          import('./demonstration/found-demonstration.ts'),
          import('../db/reference/cny-rates.ts'),
        ])
        const at = new Date().toISOString()
        const give: GiveContent = async (userId, { bytes, type, side }) => {
          const stored = await files.store.put(bytes)
          noteReceived(write.sql, { ...stored, type, width: side, height: side }, userId, at)
          return stored.sha256
        }
        return foundDemonstration(run, { viewer: officeItself, at }, cnyRates, progress, give)
      },
    },
    notices,
  )

  const chain = auditWatch({
    look: async (from, limit, seen) => {
      const answer = await readers.do({ kind: 'chain', from, limit, seen })
      return answer.ok ? (answer.value as ChainSlice) : undefined
    },
    read: () => readAuditChain(read.sql),
    keep: async (found) => {
      await runner.alone((sql) => keepAuditChain(sql, found))
      notices.committed(['audit-chain'])
    },
    changed: () => notices.committed(['setting']),
    now: () => new Date().toISOString(),
    failed: (error) => data.log(`audit chain: ${String(error)}`),
  })
  /** Whoever looks at how the office is sees it change; nobody else hears of it. */
  const measure = () => {
    workload.turn()
    if (isLookedAt()) notices.committed(['office-status'])
  }
  /** Files whose days in the bin are over go, and contents that no row refers to any more. */
  const tidyFiles = async (): Promise<void> => {
    if (stopping || founding || !readCompany(read.sql)) return
    const at = new Date()
    const { timeZone } = readCompany(read.sql)!
    if (goneFiles(read.sql, dayIn(timeZone, at.toISOString()), timeZone).length > 0) {
      const request = { id: newId(), name: 'empty-bin', input: {}, viewer: officeItself, device: 'office', at: at.toISOString() }
      const answer = await runner.run(request)
      if (!answer.ok) return data.log(`the bin was not emptied: ${JSON.stringify(answer)}`)
    }
    await runner.alone((sql) => forgetReceived(sql, new Date(at.getTime() - DAY_MS).toISOString()))
    await collectContents(files.store, read.sql, at.getTime())
    await runner.alone((sql) => dropFileTexts(sql, textsToForget(sql)))
  }
  let stopping = false
  let founding = false
  const atNow = () => ({ viewer: officeItself, at: new Date().toISOString() })
  const taskKeeping = () =>
    taskKeeper({
      look: () => readers.do({ kind: 'query', name: 'tasks-to-keep', input: {}, ...atNow() }),
      keep: (rules) => runner.run({ id: newId(), name: 'keep-tasks', input: { rules }, device: 'office', ...atNow() }),
      ready: () => !stopping && !founding && readCompany(read.sql) !== undefined,
      failed: (problem) => data.log(`tasks: ${problem instanceof Error ? String(problem.stack) : JSON.stringify(problem)}`),
    })
  const checkpointing = checkpointThread(checkpointEntry(), data.database)
  const checkpoint = checkpoints({
    checkpoint: () => checkpointing.checkpoint(),
    quiet: (work) => readers.quiet(work),
    failed: (error) => data.log(`checkpoint: ${String(error)}`),
  })
  const releases = releaseFolder({
    ...{ folder: data.releases, version: about.version, key: releaseKey(bundles()), read, log: data.log, changed: notices.committed },
  })
  const network = officeNetwork({
    ...{ read, plain: isServing ? { host: '127.0.0.1', port: options.port } : null, log: data.log, changed: notices.committed },
    networks: () => reachableNetworks(networkInterfaces()),
    write: (work) => runner.alone(work),
    // An office that serves nobody loads none of it.
    serve: async (listeners) =>
      (await import('./server/http.ts')).openHttp(door, {
        ...{ listeners, pages: pagesFolder(), temporary: data.temporary, version: about.version, fault, releases },
      }),
    announce: async (company, address) =>
      (await import('./server/network/announcement.ts')).announce(company, address, (error) => data.log(`announcement: ${String(error)}`)),
    served: (addresses) => addresses.slice(0, 1).forEach((address) => console.log(consoleWords.serving(address))),
  })
  // The answer to the command that opens or closes it leaves first.
  notices.onCommit((tables) => tables.includes('setting') && setTimeout(() => void network.look(), ANSWER_MS))
  const timers = [setInterval(() => void checkpoint(), CHECKPOINT_MS), setInterval(measure, SLOT_MS)]
  const quieten = () => {
    stopping = true
    timers.forEach(clearInterval)
    chain.stop()
    backups.stop()
    disk.stop()
    releases.close()
    search.stop()
    keeper?.stop()
    texts.stop()
    void files.reader.close()
    void quietReader.close()
  }
  const closeConnections = () => [read, answers, write].forEach((c) => c.close())
  const closeAll = async () => {
    await network.close()
    await readers.close()
    await makers.close()
    // Threads first: the log of writes goes with whoever closes the database last, and only a connection that writes takes it along.
    await Promise.all([checkpointing.close(), backups.close()])
    await runner.between(closeConnections)
  }
  const backups = officeBackups({
    ...{ data, read, runner, notices, entry: backupEntry() },
    // No command runs while a restore closes what they stand on.
    close: async () => {
      quieten()
      await network.close()
      await readers.close()
      await checkpointing.close()
      closeConnections()
    },
    startAgain: () => {
      data.release()
      startAgain(line !== undefined)
    },
  })
  const stop = async () => {
    if (stopping) return
    quieten()
    // What is not committed by then is not kept, as if the power had gone: the database is whole either way. A founding that is under way is not waited for.
    if (!founding) await Promise.race([closeAll(), new Promise((resolve) => setTimeout(resolve, STOP_MS))])
    if (!line) console.log(consoleWords.stopped())
    process.exit(0)
  }
  // A defect outside any request: logged, then a fresh start by whoever watches us, rather than going on in an unknown state.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => {
      fault(newId(), event, error)
      process.exit(1)
    })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
  timers.push(setInterval(() => data.stopAsked() && void stop(), STOP_ASKED_MS))

  founding = options.demo === true
  if (options.demo) await openDemonstration(door, read, code, data.folder)
  founding = false
  if (options.lan) await openToNetwork(runner, read, options.port)
  await network.start()
  // Nobody else comes to an office that is closed to its network: one that its own PC cannot reach either is of no use.
  if (isServing && !readNetworkSettings(read.sql).open && networkState().problem !== null) cannotStart('port-in-use', String(options.port))
  if (isServing) {
    const hello = await door.ask({ kind: 'hello' }, { token: null, device: 'console' })
    if (hello.ok && (hello.value as { state: string }).state === 'empty') console.log(consoleWords['founding-code'](code))
  }
  if (line) {
    serveDesktop(door, code, line, () => void stop())
    line.send({ ready: {} })
  }
  // What the first screens do not need is there before it is asked for.
  setTimeout(() => void spellingReady(), QUIET_MS).unref()
  setTimeout(() => backups.start(), QUIET_MS).unref()
  // What an earlier run was cut off from writing goes at once, what nobody wants any more once a day.
  setTimeout(() => files.store.removeUnfinished(), QUIET_MS).unref()
  setTimeout(() => texts.soon(), QUIET_MS).unref()
  timers.push(setInterval(() => void tidyFiles(), TIDY_FILES_MS).unref())
  setTimeout(() => void tidyFiles(), TIDY_FIRST_MS).unref()
  setTimeout(() => releases.start(), QUIET_MS).unref()
  setTimeout(() => (keeper = taskKeeping()), QUIET_MS).unref()
  const startLists = () => readers.start().catch((error: unknown) => data.log(`list threads: ${String(error)}`))
  if (isServing) setTimeout(() => void startLists(), QUIET_MS).unref()
  disk.start()
  search.soon()
  chain.start()
}

/** --stop: ends the office that runs on this folder, as Ctrl+C would. */
const stopTheOther = async (folder: string): Promise<void> => {
  const found = await stopOffice(folder)
  if (found === 'still-there') return cannotStart(found, folder)
  console.log(consoleWords[found](folder))
}

/** --lan: opens the office to the first network of this PC, unless it is open. */
const openToNetwork = async (runner: CommandRunner, read: Connection, networkPort: number): Promise<void> => {
  const { open, revision } = readNetworkSettings(read.sql)
  const [network] = reachableNetworks(networkInterfaces())
  if (open) return
  if (!readCompany(read.sql)) return console.log(consoleWords['lan-founded-later']())
  if (!network) return console.log(consoleWords['lan-no-network']())
  const input = { interface: network.name, networkPort, revision }
  const at = new Date().toISOString()
  const answer = await runner.run({ id: newId(), name: 'open-network', input, viewer: officeItself, device: 'console', at })
  if (!answer.ok) throw new Error(`the office could not be opened to its network: ${JSON.stringify(answer)}`)
}

/** --demo: makes the demonstration company where there is none, opens the one there is, and never touches a real company. */
const openDemonstration = async (door: ReturnType<typeof openFrontDoor>, read: Connection, code: string, folder: string): Promise<void> => {
  const isCompany = read.sql.prepare("SELECT 1 FROM setting WHERE key = 'company'").get() !== undefined
  const isDemonstration = read.sql.prepare("SELECT 1 FROM setting WHERE key = 'demonstration'").get() !== undefined
  if (isCompany && !isDemonstration) cannotStart('company-exists', folder)
  if (!isCompany) {
    console.log(consoleWords.founding(''))
    const answer = await door.ask({ kind: 'found-demonstration', code }, { token: null, device: 'console' })
    if (!answer.ok) throw new Error(`the demonstration could not be made: ${JSON.stringify(answer)}`)
  }
  const hello = await door.ask({ kind: 'hello' }, { token: null, device: 'console' })
  if (!hello.ok) return
  console.log(consoleWords.accounts())
  for (const a of (hello.value as { accounts: { user: string; password: string; role: string }[] }).accounts)
    console.log(`  ${a.user.padEnd(16)} ${a.password}  ${nameOf(`role.${a.role}`, 'zh')} · ${nameOf(`role.${a.role}`, 'en')}`)
}

main().catch((error: unknown) => {
  const said = error instanceof Error ? error.message : String(error)
  const text = error instanceof CannotStart ? error.message : consoleWords[storageProblem(error) ?? 'failed'](said)
  parentLine()?.send({ problem: text })
  console.error(text)
  // A moment for the message to leave.
  setTimeout(() => process.exit(1), 50)
})
