// Where this desktop's office is: on this PC, or the one that it has joined. The window asks one and the same link; joining, leaving and being excluded turn it
// to the other place and load the window anew. Rules D9 to D15 of desks.
import { officeAddress } from '../../preload/contract/vocabulary/pairing-code.ts'
import type { Notice } from '../../preload/contract/envelope.ts'
import type { Exclusion, JoinResult, OfficePlace, UpdateState } from '../../preload/bridge-types.ts'
import type { OfficeLink } from './office-link.ts'
import { whenStarted } from './office-link.ts'
import type { FoundOffice } from './remote/find-offices.ts'
import type { Membership } from './remote/joining.ts'
import type { FormerOffice, KeptMembership } from './remote/membership.ts'
import type { DeskUpdates } from './remote/updates.ts'

type Parts = {
  kept: KeptMembership
  version: string
  /** What this PC is called. */
  name: string
  startOwn(): Promise<OfficeLink>
  /** Rejects with its one-line problem when this program is not as it was installed. */
  requireUnaltered(): Promise<void>
  /** The office that it was turned to cannot start. */
  lost(problem: string): void
  notice(notice: Notice): void
  /** Loads the window anew: another office is behind it. */
  reload(): void
  /** Removes what windows keep on this PC: drafts, half-typed forms, who was signed in. */
  removeStored(): Promise<void>
  /** Looks after the updates of a desk from now on. */
  startUpdates(membership: Membership): Promise<DeskUpdates>
}
export type Office = {
  link: OfficeLink
  /** Resolves when the office on this PC is ready, at once where it is elsewhere. */
  started: Promise<unknown>
  place(): OfficePlace
  find(): Promise<FoundOffice[]>
  join(given: { code: string; address: string; name: string }): Promise<JoinResult>
  /** Takes another address for the office that was joined; false when another office, or none, is there. */
  move(address: string): Promise<boolean>
  leave(): Promise<void>
  /** What is known of this desk's update; `look`: after asking the hub. */
  updateState(look: boolean): Promise<UpdateState>
  installUpdate(): Promise<void>
}

export const officeOf = (parts: Parts): Office => {
  const { kept, version } = parts
  let joined: Membership | undefined = kept.read()
  let former: FormerOffice | undefined = kept.former()
  let excludedBy: OfficePlace['excludedBy'] = former ? { company: former.company, why: 'desk-unknown' } : null
  /** Of the office that was joined. */
  let updates: Promise<DeskUpdates> | undefined

  const remote = (membership: Membership): Promise<OfficeLink> => {
    const excluded = (why: Exclusion) => {
      if (joined?.deskId !== membership.deskId) return
      excludedBy = { company: membership.company, why }
      void (why === 'desk-revoked' ? leave() : becomeUnknown(membership))
    }
    // Loaded when it is needed: a desktop with its own office starts without it.
    return parts.requireUnaltered().then(async () => {
      const { remoteOffice } = await import('./remote/remote-office.ts')
      const own = parts.startUpdates(membership)
      updates = own
      const notice = (given: Notice) => {
        if (isOfUpdates(given)) void own.then((all) => all.look())
        parts.notice(given)
      }
      return remoteOffice(membership, version, { notice, excluded })
    })
  }
  let current = joined ? remote(joined) : parts.startOwn()
  const started = current

  const turnTo = async (membership: Membership | undefined): Promise<void> => {
    const before = current
    joined = membership
    await (await before).stop()
    void updates?.then((all) => all.stop())
    updates = undefined
    current = membership ? remote(membership) : parts.startOwn()
    current.catch((error: unknown) => parts.lost(error instanceof Error ? error.message : String(error)))
    parts.reload()
  }
  const leave = async (): Promise<void> => {
    if (!joined) return
    joined = undefined
    kept.forget()
    await parts.removeStored()
    await turnTo(undefined)
  }
  /** What is kept of the office stays, until this PC has joined it again or another one. */
  const becomeUnknown = async (membership: Membership): Promise<void> => {
    kept.keepFormer(membership)
    former = membership
    await turnTo(undefined)
  }

  return {
    link: whenStarted(() => current),
    started,
    place: () => ({
      joined: joined ? { company: joined.company, address: joined.address } : null,
      ...{ excludedBy, name: parts.name, version },
    }),
    find: async () => (await import('./remote/find-offices.ts')).findOffices(),
    join: async (given) => {
      const address = given.address.trim() === '' ? null : officeAddress(given.address)
      if (address === undefined) return { problem: 'not-an-address' }
      const { joinOffice } = await import('./remote/joining.ts')
      const answer = await joinOffice({ code: given.code, address, name: given.name }, version)
      if (!('joined' in answer)) return answer
      kept.keep(answer.joined)
      if (former?.certificate !== answer.joined.certificate) await parts.removeStored()
      ;[former, excludedBy] = [undefined, null]
      await turnTo(answer.joined)
      return { joined: answer.joined.company }
    },
    move: async (typed) => {
      const address = officeAddress(typed)
      if (!joined || address === undefined) return false
      if (!(await isThere(joined, address))) return false
      const moved = { ...joined, address }
      kept.keep(moved)
      await turnTo(moved)
      return true
    },
    leave,
    updateState: async (look) => {
      const all = await updates
      if (look) await all?.look()
      return all?.state() ?? { at: 'none' }
    },
    installUpdate: async () => (await updates)?.installNow(),
  }
}

/** The owner's word on a release is heard at once, and whoever was cut off asks anew. */
const isOfUpdates = (notice: Notice): boolean =>
  notice.kind === 'changed'
    ? notice.tables.some((table) => table === 'release' || table === 'releases')
    : notice.kind === 'office' && notice.state === 'up'

/** Whether the office that was joined answers at this address: its certificate is one of the authority that this desk trusts. */
const isThere = async (membership: Membership, address: string): Promise<boolean> => {
  const { authorityFingerprint, certificateAt, placeOf } = await import('./remote/pinned-connection.ts')
  return certificateAt(placeOf(address), authorityFingerprint(membership.certificate)).then(
    () => true,
    () => false,
  )
}
