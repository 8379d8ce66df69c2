// What is asked of the office's network and its desks. The commands note the wish; the office opens and closes the door (main/server/network). Rules D1 to D9.
import { PAIRING_MINUTES } from '../../../preload/contract/modules/desks/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import { NETWORK_SETTING, readNetworkSettings, type NetworkSettings } from '../../access/network-settings.ts'
import { pairingHash } from '../../access/pairing-secret.ts'
import { endSessionsAt } from '../../access/sessions.ts'
import { deskDevice } from '../../access/devices.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { uniqueIds } from '../../records/lines.ts'

const setNetwork = (ctx: CommandContext, seen: number, change: Partial<NetworkSettings>): { revision: number } => {
  const before = readNetworkSettings(ctx.tx.sql)
  ctx.requireRevision(before, seen)
  const { revision, ...settings } = { ...before, ...change, revision: before.revision + 1 }
  const value = JSON.stringify(settings)
  if (ctx.tx.row('setting', NETWORK_SETTING)) ctx.tx.patch('setting', NETWORK_SETTING, { value, revision })
  else ctx.tx.put('setting', { key: NETWORK_SETTING, value, revision })
  return { revision }
}

/** At most one pairing is open. */
const endOpenPairings = async (ctx: CommandContext): Promise<void> => {
  const open = await ctx.db.selectFrom('pairing').select('id').where('state', '=', 'open').execute()
  for (const { id } of open) ctx.tx.patch('pairing', id, { state: 'over' })
}

/** The desk as it was seen, while it belongs to the office. */
const joinedDesk = (ctx: CommandContext, seen: { id: string; revision: number }) => {
  const row = ctx.orNotFound(ctx.tx.row('desk', seen.id), 'desk')
  ctx.requireRevision(row, seen.revision)
  return row.status === 'joined' ? row : refuse('wrong-state', { kind: 'desk', state: row.status, needed: 'joined' })
}

export const desksCommands = defineCommands({
  'open-network': (input, ctx) =>
    setNetwork(ctx, input.revision, { open: true, interface: input.interface, networkPort: input.networkPort }),
  'close-network': async ({ revision }, ctx) => {
    await endOpenPairings(ctx)
    return setNetwork(ctx, revision, { open: false })
  },

  'open-pairing': async ({ id, secret }, ctx) => {
    if (!readNetworkSettings(ctx.tx.sql).open) refuse('network-closed', {})
    await endOpenPairings(ctx)
    const expiresAt = new Date(Date.parse(ctx.now) + PAIRING_MINUTES * 60_000).toISOString()
    const secretHash = pairingHash(id, secret)
    ctx.tx.put('pairing', { id, secretHash, openedBy: ctx.viewer.userId, openedAt: ctx.now, expiresAt, state: 'open' })
    return { id, expiresAt }
  },
  'close-pairing': ({ id }, ctx) => {
    const pairing = ctx.orNotFound(ctx.tx.row('pairing', id), 'desk')
    if (pairing.state === 'open') ctx.tx.patch('pairing', id, { state: 'over' })
    return {}
  },

  'admit-desk': ({ id, pairingId, name, secretHash }, ctx) => {
    const pairing = ctx.orNotFound(ctx.tx.row('pairing', pairingId), 'desk')
    if (pairing.state !== 'open' || pairing.expiresAt <= ctx.now) refuse('pairing-over', {})
    ctx.tx.patch('pairing', pairingId, { state: 'used' })
    const joined = { status: 'joined', joinedAt: ctx.now, letInBy: pairing.openedBy, pairingId, revokedAt: null, revision: 1 }
    ctx.tx.put('desk', { id, name, secretHash, ...joined })
    return { id, revision: 1 }
  },

  'edit-desk': async (input, ctx) => {
    const row = joinedDesk(ctx, input)
    uniqueIds(
      input.roleIds.map((id) => ({ id })),
      'roleIds',
    )
    for (const roleId of input.roleIds) ctx.orNotFound(ctx.tx.row('role', roleId), 'role')
    const before = await ctx.db.selectFrom('desk_role').select(['id', 'roleId']).where('deskId', '=', row.id).execute()
    for (const { id, roleId } of before) if (!input.roleIds.includes(roleId)) ctx.tx.remove('desk_role', id)
    const known = new Set(before.map(({ roleId }) => roleId))
    const added = input.roleIds.filter((roleId) => !known.has(roleId))
    for (const roleId of added) ctx.tx.put('desk_role', { id: derivedId(row.id, roleId), deskId: row.id, roleId })
    const revision = row.revision + 1
    ctx.tx.patch('desk', row.id, { name: input.name, revision })
    const isOther = added.length > 0 || before.length > input.roleIds.length
    // Whoever is signed in there signs in anew: it may not be for them any more.
    if (isOther && input.roleIds.length > 0) endSessionsAt(ctx.tx.sql, deskDevice(row.id))
    return { id: row.id, revision }
  },

  'revoke-desk': (input, ctx) => {
    const row = joinedDesk(ctx, input)
    const revision = row.revision + 1
    ctx.tx.patch('desk', row.id, { status: 'revoked', revokedAt: ctx.now, revision })
    endSessionsAt(ctx.tx.sql, deskDevice(row.id))
    return { id: row.id, revision }
  },
})
