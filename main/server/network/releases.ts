// The hub's folder of releases: the administrator puts a release file into it, it is checked whole before anything of it is served, and a desk gets the
// release that the owner's word gives it (SEC23, SEC24). Rules D27 to D31, D34 of desks.
import { mkdir, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { Connection } from '../../../db/open.ts'
import type { UpdateOffer } from '../../../preload/contract/envelope.ts'
import type { ReleaseProblem } from '../../../preload/contract/modules/desks/calls.ts'
import { compareVersions, isNewer, isSameSeries } from '../../../preload/contract/vocabulary/versions.ts'
import { deskIn } from '../../access/devices.ts'
import { releasesFound, type FoundRelease } from '../../access/release-state.ts'
import { feedNamed } from '../../release-manifest.ts'
import { packageStream, readReleaseFile, type ReleaseFile } from './release-file.ts'

const LOOK_MS = 3000
const NAME = /\.release$/i
const MOST_FILES = 50
/** Packages on their way at once: the office's own work goes on beside them, and the other desks come again. */
const MOST_AT_ONCE = 4

type Parts = {
  folder: string
  /** The hub's own. */
  version: string
  /** The maker's public key. */
  key: string
  read: Connection
  changed(tables: string[]): void
  log(line: string): void
}
export type AskingDesk = { device: string; version: string }
export type ReleaseFolder = {
  start(): void
  /** Looks at the folder; resolves when what is new in it has been checked. */
  look(): Promise<void>
  /** What this desk is to have now, once the folder has been looked through; `before`: the version that it ran before its own. */
  offerFor(desk: AskingDesk, before: string | null): UpdateOffer | 'busy'
  /** A feed of a release that this desk may have, or one of its packages. */
  open(desk: AskingDesk, id: string, name: string): Promise<{ text: string } | { stream: Readable; size: number } | 'busy' | undefined>
  close(): void
}

/** What a file was when it was checked; a file that is written to, or takes the place of another one, is looked at anew. */
type Seen = { as: string; stable: boolean; checked?: ReleaseFile | { problem: ReleaseProblem } }

export const releaseFolder = ({ folder, version: own, key, read, changed, log }: Parts): ReleaseFolder => {
  const seen = new Map<string, Seen>()
  let timer: NodeJS.Timeout | undefined
  let last: Promise<void> = Promise.resolve()
  let underWay = 0
  /** From then on it is known what there is, and what is missing. */
  let isKnown = false

  const identity = async (file: string): Promise<string> => {
    const { ino, size, mtimeMs, ctimeMs } = await stat(file)
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`
  }
  const problemOf = (version: string): ReleaseProblem | null => {
    if (!isSameSeries(version, own)) return isNewer(version, own) ? 'other-series' : 'older'
    return isNewer(own, version) ? 'older' : null
  }
  const foundAs = (file: string, { checked }: Seen): FoundRelease => {
    if (!checked) return { file, problem: 'checking', release: null }
    if ('problem' in checked) return { file, problem: checked.problem, release: null }
    const { id, manifest } = checked
    return { file, problem: problemOf(manifest.version), release: { id, version: manifest.version, releasedAt: manifest.releasedAt } }
  }
  const tell = (): void => {
    const found = [...seen].map(([name, one]) => foundAs(name, one))
    if (releasesFound({ folder, version: own, found })) changed(['releases'])
  }

  const check = async (name: string, one: Seen): Promise<void> => {
    const file = path.join(folder, name)
    try {
      const checked = await readReleaseFile(file, key)
      // What was written to while it was read is read again.
      if ((await identity(file)) === one.as) one.checked = checked
    } catch (error) {
      log(`release ${name}: ${String(error)}`)
      one.checked = { problem: 'not-a-release' }
    }
  }
  const lookNow = async (): Promise<void> => {
    const names = (await readdir(folder).catch(() => []))
      .filter((name) => NAME.test(name))
      .toSorted()
      .slice(0, MOST_FILES)
    for (const name of seen.keys()) if (!names.includes(name)) seen.delete(name)
    for (const name of names) {
      const as = await identity(path.join(folder, name)).catch(() => '')
      const before = seen.get(name)
      // A file that is still being copied changes from look to look; only one that rests is read.
      if (before?.as === as) before.stable = true
      else seen.set(name, { as, stable: false })
    }
    tell()
    for (const [name, one] of seen) if (one.stable && !one.checked) await check(name, one)
    isKnown ||= [...seen.values()].every(({ checked }) => checked)
    tell()
  }
  const look = (): Promise<void> => (last = last.then(lookNow))

  /** Those that are as they were signed, the newest first; of two with one version the later one. */
  const good = (): ReleaseFile[] =>
    [...seen.values()]
      .flatMap(({ checked }) => (checked && !('problem' in checked) ? [checked] : []))
      .toSorted(
        (a, b) => compareVersions(b.manifest.version, a.manifest.version) || b.manifest.releasedAt.localeCompare(a.manifest.releasedAt),
      )
  type Row = { id: string; version: string; status: string; deskId: string }
  const rows = () => read.sql.prepare('SELECT id, version, status, deskId FROM release').all() as Row[]
  const worksHere = ({ manifest }: ReleaseFile) => isSameSeries(manifest.version, own)

  /** What the owner's word lets this desk have: releases for all, and the one for which it goes first. */
  const offered = ({ device }: AskingDesk): ReleaseFile[] => {
    const ids = rows().flatMap((row) => (row.status === 'all' || (row.status === 'pilot' && row.deskId === deskIn(device)) ? [row.id] : []))
    return good().filter((release) => worksHere(release) && ids.includes(release.id))
  }
  /** Whether the version that this desk runs was taken back. */
  const isTakenBack = ({ version }: AskingDesk): boolean => {
    const same = rows().filter((row) => row.version === version)
    return same.some(({ status }) => status === 'rolled-back') && !same.some(({ status }) => status === 'all' || status === 'pilot')
  }
  const goesBackTo = (desk: AskingDesk): ReleaseFile[] =>
    isTakenBack(desk) ? good().filter((release) => worksHere(release) && isNewer(desk.version, release.manifest.version)) : []

  const offerOf = (release: ReleaseFile | undefined, back: string | null): UpdateOffer => ({
    release: release
      ? { id: release.id, manifest: release.bytes.toString('base64'), signature: release.signature.toString('base64') }
      : null,
    back,
  })

  return {
    start: () => {
      void mkdir(folder, { recursive: true, mode: 0o700 }).then(look, (error: unknown) => log(`releases: ${String(error)}`))
      timer = setInterval(() => void look(), LOOK_MS).unref()
    },
    look,
    offerFor: (desk, before) => {
      if (!isKnown) return 'busy'
      const next = offered(desk).find(({ manifest }) => isNewer(manifest.version, desk.version))
      if (next) return offerOf(next, null)
      if (before === null || !isTakenBack(desk)) return offerOf(undefined, null)
      return offerOf(
        goesBackTo(desk).find(({ manifest }) => manifest.version === before),
        before,
      )
    },
    open: async (desk, id, name) => {
      const release = [...offered(desk), ...goesBackTo(desk)].find((one) => one.id === id)
      if (!release) return undefined
      const text = feedNamed(release.manifest, name)
      if (text !== undefined) return { text }
      const listed = release.manifest.files.find((file) => file.name === name)
      const as = [...seen.values()].find(({ checked }) => checked === release)?.as
      if (!listed || (await identity(release.file).catch(() => '')) !== as) return undefined
      if (underWay >= MOST_AT_ONCE) return 'busy'
      underWay++
      const stream = packageStream(release, name, listed.sha512)
      stream.once('close', () => underWay--)
      stream.once('error', (error) => {
        log(`release ${path.basename(release.file)}: ${name} is not what was checked (${String(error)})`)
        for (const one of seen.values()) if (one.checked === release) one.checked = { problem: 'hash' }
        tell()
      })
      return { stream, size: listed.size }
    },
    close: () => clearInterval(timer),
  }
}
