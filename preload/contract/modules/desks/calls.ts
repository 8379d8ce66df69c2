// Desks (工作站): the office opened to its network, and the PCs that have joined it. Rules D1 to D20 of desks.
import { z } from 'zod'
import {
  changedOutcome,
  column,
  command,
  list,
  noOutcome,
  once,
  query,
  requiredText,
  revisionSchema,
  versionRef,
} from '../../define/index.ts'
import { statesOf } from '../../define/record.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { SECRET_PATTERN } from '../../vocabulary/pairing-code.ts'
import { desk, release } from './records.ts'

export const DESK_STATUSES = statesOf(desk.states)
export const RELEASE_STATUSES = statesOf(release.states)
/** Why a file in the hub's folder of releases is not offered. */
export const RELEASE_PROBLEMS = ['checking', 'not-a-release', 'signature', 'hash', 'other-product', 'older', 'other-series'] as const
export type ReleaseProblem = (typeof RELEASE_PROBLEMS)[number]
/** Why the office cannot be reached from its network though it is to be. */
export const NETWORK_PROBLEMS = ['port-in-use', 'no-address', 'other'] as const
export type NetworkProblem = (typeof NETWORK_PROBLEMS)[number]
/** Wrong codes after which a pairing is over. */
export const PAIRING_TRIES = 5
export const PAIRING_MINUTES = 10

const interfaceName = once(() => z.string().min(1, 'required').max(100))
const portSchema = once(() => z.int().min(1024, 'network-port').max(65_535, 'network-port'))
const networkOutcome = once(() => z.strictObject({ revision: z.int() }))

export const desksCommands = {
  /** D1. From now on desks and browsers on the network of this interface reach the office, over TLS alone. */
  'open-network': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'desk.manage',
    input: () => z.strictObject({ interface: interfaceName(), networkPort: portSchema(), revision: revisionSchema }),
    outcome: networkOutcome,
  }),
  /** D2. Nobody reaches the office from the network any more; desks stay known, and an open pairing is over. */
  'close-network': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'desk.manage',
    input: () => z.strictObject({ revision: revisionSchema }),
    outcome: networkOutcome,
  }),
  /** D5. One desk may join within ten minutes with this secret, which stands in the code shown; an earlier code is over. */
  'open-pairing': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'desk.manage',
    input: () => z.strictObject({ id: idSchema, secret: z.string().regex(SECRET_PATTERN, 'choice') }),
    outcome: () => z.strictObject({ id: idSchema, expiresAt: z.string() }),
    secrets: ['secret'],
  }),
  'close-pairing': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'desk.manage',
    input: () => z.strictObject({ id: idSchema }),
    outcome: noOutcome,
  }),
  /** D6. A desk that showed the right code: given by the office itself, never by a person. */
  'admit-desk': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'office',
    input: () => z.strictObject({ id: idSchema, pairingId: idSchema, name: requiredText, secretHash: z.string().length(43) }),
    outcome: changedOutcome,
  }),
  /** D8. Its name, and who may sign in there: holders of these roles, everybody when none is named. */
  'edit-desk': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'desk.manage',
    input: () => z.strictObject({ id: idSchema, name: requiredText, roleIds: z.array(idSchema).max(50), revision: revisionSchema }),
    outcome: changedOutcome,
  }),
  /** D9. It belongs to the office no more: its sessions end at once, and what it keeps is removed when it next asks. */
  'revoke-desk': command({ class: 'online-only', desk: 'hub', permission: 'desk.manage', input: versionRef, outcome: changedOutcome }),
  /** D29. The PC that goes first gets this release. */
  'offer-release': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'release.offer',
    input: () => z.strictObject({ id: idSchema, deskId: idSchema, revision: revisionSchema }),
    outcome: changedOutcome,
  }),
  /** D29. Every desk gets what the first one has. */
  'release-to-all': command({ class: 'online-only', desk: 'hub', permission: 'release.offer', input: versionRef, outcome: changedOutcome }),
  /** D30. Nobody gets it any more; who has it keeps it. */
  'withdraw-release': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'release.offer',
    input: versionRef,
    outcome: changedOutcome,
  }),
  /** D34. Desks that run it go back to the version which they ran before. */
  'roll-back-release': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'release.offer',
    input: versionRef,
    outcome: changedOutcome,
  }),
}

export const desksQueries = {
  /** Release files in the hub's folder, what was offered of them, and which desk runs which version. */
  releases: query({
    permission: 'release.view',
    input: () => z.strictObject({}),
    output: () =>
      z.strictObject({
        folder: z.string(),
        /** The hub's own. */
        version: z.string(),
        releases: z.array(
          z.strictObject({
            /** Null while a file is not known to be a release. */
            id: idSchema.nullable(),
            /** Null when the file of what was offered is no longer there. */
            file: z.string().nullable(),
            version: z.string(),
            /** Of what was said of it; 1 before anything was. */
            revision: z.int(),
            releasedAt: z.string().nullable(),
            problem: z.enum(RELEASE_PROBLEMS).nullable(),
            offer: z
              .strictObject({
                ...{ status: z.enum(RELEASE_STATUSES), deskId: idSchema, desk: z.string() },
                ...{ offeredAt: z.string(), offeredBy: z.string() },
              })
              .nullable(),
          }),
        ),
        desks: z.array(z.strictObject({ id: idSchema, name: z.string(), version: z.string(), lastSeenAt: z.string().nullable() })),
      }),
    watches: ['release', 'releases', 'desk', 'desk_contact', 'user'],
  }),
  desks: list({
    permission: 'desk.view',
    scope: 'company',
    export: 'desk.view',
    columns: {
      name: column.text({ width: 200 }),
      person: column.text({ width: 140 }),
      address: column.code({ width: 150 }),
      version: column.code({ width: 100 }),
      lastSeenAt: column.datetime({ width: 160 }),
      status: column.enum('desk-status', DESK_STATUSES, { width: 110 }),
      roles: column.text({ width: 200 }),
      joinedAt: column.datetime({ width: 160 }),
      letInBy: column.text({ width: 140 }),
      revision: column.integer({ hidden: true }),
    },
    sort: [{ field: 'lastSeenAt', descending: true }],
    watches: ['desk', 'desk_role', 'desk_contact', 'user', 'role'],
  }),
  /** What the page of desks shows above its list. */
  'network-state': query({
    permission: 'desk.view',
    input: () => z.strictObject({}),
    output: () =>
      z.strictObject({
        open: z.boolean(),
        interface: z.string(),
        networkPort: z.int(),
        revision: z.int(),
        /** Networks of the office's PC that can be chosen, with its address in each. */
        interfaces: z.array(z.strictObject({ name: z.string(), address: z.string() })),
        /** Where desks and browsers reach it now (`https://…`). */
        addresses: z.array(z.string()),
        problem: z.enum(NETWORK_PROBLEMS).nullable(),
        /** The first 80 bits of the SHA-256 of the company's certificate, as they stand in the code; '' before there is one. */
        fingerprint: z.string(),
        pairing: z.strictObject({ id: idSchema, openedBy: z.string(), expiresAt: z.string(), triesLeft: z.int() }).nullable(),
        /** The desk that joined last, and with which pairing. */
        lastJoined: z.strictObject({ pairingId: idSchema, name: z.string() }).nullable(),
      }),
    watches: ['setting', 'pairing', 'desk', 'network', 'user'],
  }),
  'desk-roles': query({
    permission: 'desk.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () => z.strictObject({ roleIds: z.array(idSchema) }),
    watches: ['desk_role'],
  }),
  /** The company's certificate, for browsers that are to trust the office's address: PEM text, '' before there is one. */
  'company-certificate': query({
    permission: 'desk.view',
    input: () => z.strictObject({}),
    output: () => z.strictObject({ pem: z.string() }),
    watches: ['network'],
  }),
}
