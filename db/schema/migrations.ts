// The migrations in order and the one function that brings a database to the newest version: all of them or none, after a backup.
import { contentFaults, noteUpgrade, tablesWritten, type ContentFault } from '../content-check.ts'
import { APPLICATION_ID, type Connection, type Sql } from '../open.ts'
import { spellingReady } from '../spelling.ts'
import { foundation } from './0010-foundation.ts'
import { ledger } from './0020-ledger.ts'
import { control } from './0030-control.ts'
import { credit } from './0050-credit.ts'
import { freight } from './0060-freight.ts'
import { estimates } from './0070-estimates.ts'
import { lettersOfCredit } from './0080-letters-of-credit.ts'
import { milestones } from './0090-milestones.ts'
import { amendments } from './0100-amendments.ts'
import { dealResult } from './0110-deal-result.ts'
import { quotations } from './0140-quotations.ts'
import { searchWaiting } from './0150-search-waiting.ts'
import { bankDetails } from './0160-bank-details.ts'
import { revaluation } from './0170-revaluation.ts'
import { daysAndGoods } from './0180-days-and-goods.ts'
import { kindOfOpenItems } from './0190-kind-of-open-items.ts'
import { keptKeys } from './0200-kept-keys.ts'
import { revisions } from './0210-revisions.ts'
import { nextPapers } from './0220-next-papers.ts'
import { listViews } from './0240-list-views.ts'
import { signInPlaces } from './0250-sign-in-places.ts'
import { backups } from './0260-backups.ts'
import { trailContent } from './0270-trail-content.ts'
import { findByReference, returnedGoods } from './0280-returned-goods.ts'
import { commandOutcomes } from './0290-command-outcomes.ts'
import { units } from './0310-units.ts'
import { desks } from './0320-desks.ts'
import { releases } from './0330-releases.ts'
import { files } from './0340-files.ts'
import { onPapers } from './0350-on-papers.ts'
import { papers } from './0360-papers.ts'
import { packing } from './0370-packing.ts'
import { bookings } from './0380-bookings.ts'
import { cargoInsurance } from './0390-cargo-insurance.ts'
import { contractRegister } from './0400-contract-register.ts'
import { fileTexts } from './0410-file-texts.ts'
import { filesBesideBackups } from './0420-files-beside-backups.ts'
import { customs } from './0430-customs.ts'
import { certificatesOfOrigin } from './0460-certificates-of-origin.ts'
import { sealAcrossPages } from './0470-seal-across-pages.ts'
import { paymentAccount } from './0480-payment-account.ts'
import { findByOwnNumber, foundByNumber } from './0490-found-by-number.ts'
import { onBillOfLading } from './0491-on-bill-of-lading.ts'
import { tasks } from './0500-tasks.ts'
import { whatIsOpen } from './0501-what-is-open.ts'
import { workbenches } from './0510-workbenches.ts'
import { statistics } from './0520-statistics.ts'
import { statisticExports } from './0530-statistic-exports.ts'
import { minimumOrders } from './0540-minimum-orders.ts'
import { targets } from './0550-targets.ts'
import { salesShares } from './0560-sales-shares.ts'
import { inDeals } from './0541-in-deals.ts'
import { endOfAudit, writeOwnEntry } from '../trail/entries.ts'
import { sealTrail } from '../trail/seal.ts'

export const migrations = [
  { version: 10, name: 'foundation', sql: foundation },
  { version: 20, name: 'ledger', sql: ledger },
  { version: 30, name: 'control', sql: control },
  { version: 50, name: 'credit', sql: credit },
  { version: 60, name: 'freight', sql: freight },
  { version: 70, name: 'estimates', sql: estimates },
  { version: 80, name: 'letters of credit', sql: lettersOfCredit },
  { version: 90, name: 'milestones', sql: milestones },
  { version: 100, name: 'amendments', sql: amendments },
  { version: 110, name: 'deal-result', sql: dealResult },
  { version: 140, name: 'quotations', sql: quotations },
  { version: 150, name: 'search waiting', sql: searchWaiting },
  { version: 160, name: 'bank-details', sql: bankDetails },
  { version: 170, name: 'revaluation', sql: revaluation },
  { version: 180, name: 'days and goods', sql: daysAndGoods },
  { version: 190, name: 'kind of open items', sql: kindOfOpenItems },
  { version: 200, name: 'kept-keys', sql: keptKeys },
  { version: 210, name: 'revisions', sql: revisions },
  { version: 220, name: 'next-papers', sql: nextPapers },
  { version: 240, name: 'list views', sql: listViews },
  { version: 250, name: 'sign-in places', sql: signInPlaces },
  { version: 260, name: 'backups', sql: backups },
  { version: 270, name: 'trail-content', sql: trailContent, last: sealTrail },
  { version: 280, name: 'returned goods', sql: returnedGoods, last: findByReference },
  { version: 290, name: 'command outcomes', sql: commandOutcomes },
  { version: 310, name: 'units', sql: units },
  { version: 320, name: 'desks', sql: desks },
  { version: 330, name: 'releases', sql: releases },
  { version: 340, name: 'files', sql: files },
  { version: 350, name: 'on-papers', sql: onPapers },
  { version: 360, name: 'papers', sql: papers },
  { version: 370, name: 'packing', sql: packing },
  { version: 380, name: 'bookings', sql: bookings },
  { version: 390, name: 'cargo-insurance', sql: cargoInsurance },
  { version: 400, name: 'contract register', sql: contractRegister },
  { version: 410, name: 'file texts', sql: fileTexts },
  { version: 420, name: 'files beside backups', sql: filesBesideBackups },
  { version: 430, name: 'customs', sql: customs },
  { version: 460, name: 'certificates of origin', sql: certificatesOfOrigin },
  { version: 470, name: 'seal across pages', sql: sealAcrossPages },
  { version: 480, name: 'payment account', sql: paymentAccount },
  { version: 490, name: 'found by number', sql: foundByNumber, last: findByOwnNumber },
  { version: 491, name: 'on bill of lading', sql: onBillOfLading },
  { version: 500, name: 'tasks', sql: tasks },
  { version: 501, name: 'what is open', sql: whatIsOpen },
  { version: 510, name: 'workbenches', sql: workbenches },
  { version: 520, name: 'statistics', sql: statistics },
  { version: 530, name: 'statistic exports', sql: statisticExports },
  { version: 540, name: 'minimum orders', sql: minimumOrders },
  { version: 541, name: 'in deals', sql: inDeals },
  { version: 550, name: 'targets', sql: targets },
  { version: 560, name: 'shares in sales contracts', sql: salesShares },
] as const

/** The first version that compares records with their history (content-check.ts). */
const FIRST_COMPARED = 260
/** The first version whose trail holds what was written. */
const FIRST_SEALED = 270

/** `last` runs when the tables of all migrations are as they are today, so that it may use what the program uses. */
export type Migration = { version: number; name: string; sql: string; last?: (sql: Sql) => void }
export const newestVersion = migrations.at(-1)!.version

/** Thrown when a migration fails; the database is as it was and the backup stands beside it. The app must not start. */
export class MigrationFailed extends Error {
  readonly migration: string
  constructor(migration: string, cause: unknown) {
    super(`migration ${migration} failed: ${cause instanceof Error ? cause.message : String(cause)}`)
    this.migration = migration
  }
}

export const versionOf = (connection: Connection): number =>
  (connection.pragma('user_version') as [{ user_version: number }])[0].user_version

/** Enters what the upgrade wrote in the change log, and the upgrade in the trail; before the trail holds what was written, the seal will cover it (U56). */
const noteWritten = (sql: Sql, from: number, to: number, tables: string[] | undefined, before: readonly ContentFault[]): void => {
  if (from < FIRST_SEALED) return void noteUpgrade(sql, 0, tables, before)
  const changes = noteUpgrade(sql, endOfAudit(sql).id + 1, tables, before)
  if (changes > 0) writeOwnEntry(sql, 'upgrade', 'upgrade', { from, to }, { changes, journals: 0, postings: 0 })
}

/**
 * Migrates to the newest version inside one transaction. `backup` is called first when the database has content; if it fails nothing is touched
 * and its error is passed on as it is.
 * @throws MigrationFailed
 */
export const migrate = async (
  connection: Connection,
  backup: (from: number) => Promise<void>,
  list: readonly Migration[] = migrations,
): Promise<{ from: number; to: number }> => {
  const from = versionOf(connection)
  const due = list.filter((m) => m.version > from)
  if (due.length === 0) return { from, to: from }
  if (from > 0) await backup(from)
  // Keys of Chinese texts are made by migrations too.
  await spellingReady()
  // A migration that builds a table anew drops the old one: that may not empty the tables which point to it. All references are checked below.
  connection.pragma('foreign_keys = OFF')
  connection.sql.exec('BEGIN IMMEDIATE')
  let current = ''
  try {
    const written = tablesWritten(due.map((m) => m.sql).join('\n'))
    // Before this version nothing was compared, so what earlier upgrades wrote past the log differs too.
    const differed = from < FIRST_COMPARED ? [] : contentFaults(connection.sql, Infinity, written)
    for (const m of due) {
      current = `${m.version} ${m.name}`
      connection.sql.exec(m.sql)
      connection.pragma(`user_version = ${m.version}`)
    }
    connection.pragma(`application_id = ${APPLICATION_ID}`)
    const broken = connection.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`${broken.length} rows point nowhere`)
    current = 'notes'
    const to = due.at(-1)!.version
    if (from > 0 && to >= FIRST_COMPARED) noteWritten(connection.sql, from, to, from < FIRST_COMPARED ? undefined : written, differed)
    for (const m of due) {
      current = `${m.version} ${m.name}`
      m.last?.(connection.sql)
    }
    connection.sql.exec('COMMIT')
  } catch (error) {
    if (connection.inTransaction()) connection.sql.exec('ROLLBACK')
    throw new MigrationFailed(current, error)
  } finally {
    connection.pragma('foreign_keys = ON')
  }
  return { from, to: due.at(-1)!.version }
}
