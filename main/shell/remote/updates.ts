// The updates of a desk come from its hub, over the pinned connection. The hub says which release this desk may have; whether it is the maker's, newer, and whole
// is decided here, before anything is downloaded. Rules D31 to D34 of desks.
import type { UpdateState } from '../../../preload/bridge-types.ts'
import type { UpdateOffer } from '../../../preload/contract/envelope.ts'
import { isNewer } from '../../../preload/contract/vocabulary/versions.ts'
import { readManifest, sha512Of, type PackageFile, type PackageKind, type SignedManifest } from '../../release-manifest.ts'
import type { KeptVersions } from './kept-versions.ts'
import { askOver, type Connection } from './request.ts'

/** Besides this an offer is heard of at once by whoever is signed in. */
const LOOK_MS = 5 * 60_000
/** After a download that failed: the hub serves only some at once. */
const AGAIN_MS = 20_000
const ANSWER_MS = 20_000

/** Downloads a package and installs it; electron-updater in a desktop. */
export type Installer = {
  /** Of the package that this program was installed from; null where it cannot be installed over itself (a folder, macOS). */
  kind: PackageKind | null
  /** Downloads the package and gives its path; nothing is installed by that. @throws when it cannot be had, or is not what `release` says */
  download(release: SignedManifest, file: PackageFile, back: boolean, progress: (percent: number) => void): Promise<string>
  /** Whether what was downloaded is installed when the program ends. */
  installAtEnd(wanted: boolean): void
  /** Ends the program, installs, and starts it again. */
  installNow(): void
  /** From now on it asks the hub for nothing, and nothing is installed. */
  stop(): void
}
type Parts = {
  connection: Connection
  /** The maker's public key. */
  key: string
  /** This program's own. */
  version: string
  kept: KeptVersions
  installer: Installer
  changed(state: UpdateState): void
  log(line: string): void
}
export type DeskUpdates = {
  state(): UpdateState
  /** Asks the hub now. */
  look(): Promise<void>
  installNow(): void
  stop(): void
}

const nothing: UpdateState = { at: 'none' }

export const deskUpdates = ({ connection, key, version, kept, installer, changed, log }: Parts): DeskUpdates => {
  let state: UpdateState = nothing
  /** The release that was downloaded: offered again after it was withdrawn, it is ready at once. */
  let doneWith: string | undefined
  let isStopped = false
  let last: Promise<void> = Promise.resolve()

  const become = (next: UpdateState): void => {
    if (isStopped || JSON.stringify(next) === JSON.stringify(state)) return
    if (next.at === 'ready' || state.at === 'ready') installer.installAtEnd(next.at === 'ready')
    state = next
    changed(next)
  }
  const refuse = (why: Extract<UpdateState, { at: 'refused' }>['why']): void => {
    if (state.at !== 'refused' || state.why !== why) log(`update refused: ${why}`)
    become({ at: 'refused', why })
  }

  const ask = async (): Promise<UpdateOffer | undefined> => {
    const before = kept.before()
    const path = `/api/update${before === null ? '' : `?before=${before}`}`
    const answer = await askOver(connection, { method: 'GET', path, token: null, within: ANSWER_MS })
    return answer.ok ? (answer.value as UpdateOffer) : undefined
  }

  /** Why this release may not take this program's place, though the maker signed it. */
  const problemOf = ({ manifest }: SignedManifest, back: boolean): 'older' | 'replayed' | undefined => {
    // Back to exactly the version before, never below it, and only from here.
    if (back) return manifest.version === kept.before() ? undefined : 'older'
    if (!isNewer(manifest.version, version)) return 'older'
    return manifest.releasedAt < (kept.newest() ?? '') ? 'replayed' : undefined
  }

  const take = async (release: SignedManifest, back: boolean): Promise<void> => {
    const { version: offered, files } = release.manifest
    const file = files.find(({ platform, arch, kind }) => platform === process.platform && arch === process.arch && kind === installer.kind)
    if (!file) return become({ at: 'by-hand', version: offered, back })
    const as = `${release.id} ${back}`
    if (doneWith === as) return become({ at: 'ready', version: offered, back })
    // The package before is thrown away as another one comes.
    doneWith = undefined
    become({ at: 'loading', version: offered, percent: 0, back })
    try {
      const progress = (percent: number) => become({ at: 'loading', version: offered, percent: Math.floor(percent), back })
      const downloaded = await installer.download(release, file, back, progress)
      if ((await sha512Of(downloaded)) !== file.sha512) return refuse('hash')
      doneWith = as
      become({ at: 'ready', version: offered, back })
      return log(`update ${offered} is ready: installed when the program ends`)
    } catch (error) {
      log(`update ${offered}: ${String(error)}`)
      setTimeout(() => void look(), AGAIN_MS).unref()
      return become({ at: 'failed', version: offered, back })
    }
  }

  const lookNow = async (): Promise<void> => {
    const offer = isStopped ? undefined : await ask().catch(() => undefined)
    if (!offer || isStopped) return undefined
    const back = offer.back !== null
    if (!offer.release) return offer.back === null ? become(nothing) : become({ at: 'no-file', version: offer.back })
    const bytes = Buffer.from(offer.release.manifest, 'base64')
    const release = readManifest(bytes, Buffer.from(offer.release.signature, 'base64'), key)
    if ('problem' in release) return refuse('signature')
    const problem = problemOf(release, back)
    if (problem) return refuse(problem)
    kept.seen(release.manifest.releasedAt)
    return take(release, back)
  }
  const look = (): Promise<void> => (last = last.then(lookNow).catch((error: unknown) => log(`update: ${String(error)}`)))

  const timer = setInterval(() => void look(), LOOK_MS)
  timer.unref()
  void look()
  return {
    state: () => state,
    look,
    installNow: () => state.at === 'ready' && installer.installNow(),
    stop: () => {
      isStopped = true
      installer.stop()
      connection.agent.destroy()
      clearInterval(timer)
    },
  }
}
