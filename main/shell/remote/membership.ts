// What a PC keeps of the office that it has joined: one file of its user alone, the secret in it locked by the operating system where that can. Rules D9, D15.
import { readFileSync, rmSync, writeFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Membership } from './joining.ts'

/** Locks texts with a key of the operating system's own for this user; null where there is none (a Linux without a keyring). */
export type Lock = { close(text: string): Buffer; open(closed: Buffer): string } | null

const fileSchema = z.object({
  ...{ address: z.string(), certificate: z.string(), deskId: z.string(), company: z.string() },
  secret: z.string(),
  /** Whether the secret is locked. */
  locked: z.boolean(),
})
/** An office of which this PC was a desk: what windows keep of it is still here. */
export type FormerOffice = Pick<Membership, 'company' | 'certificate'>
export type KeptMembership = {
  read(): Membership | undefined
  keep(membership: Membership): void
  /** The office does not know this PC any more: what it joined with is worth nothing, where it was is kept. */
  keepFormer(membership: Membership): void
  former(): FormerOffice | undefined
  forget(): void
}

export const keptMembership = (folder: string, lock: Lock): KeptMembership => {
  const file = path.join(folder, 'office.json')
  const stored = (): Membership | undefined => {
    try {
      const { locked, secret, ...rest } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
      if (!locked) return { ...rest, secret }
      // Locked by another user's key, or by one that is gone: as good as none, so the office answers that it does not know this desk.
      return { ...rest, secret: lock ? lock.open(Buffer.from(secret, 'base64')) : '' }
    } catch {
      return undefined // none, or not to be read: the PC joins anew
    }
  }
  const keep = (membership: Membership) => {
    const secret = lock ? lock.close(membership.secret).toString('base64') : membership.secret
    const unfinished = `${file}.unfinished`
    writeFileSync(unfinished, JSON.stringify({ ...membership, secret, locked: lock !== null }), { mode: 0o600 })
    renameSync(unfinished, file)
  }
  const isDesk = (membership: Membership | undefined) => membership !== undefined && membership.deskId !== ''
  return {
    read: () => {
      const membership = stored()
      return isDesk(membership) ? membership : undefined
    },
    keep,
    keepFormer: (membership) => keep({ ...membership, deskId: '', secret: '' }),
    former: () => {
      const membership = stored()
      return membership && !isDesk(membership) ? { company: membership.company, certificate: membership.certificate } : undefined
    },
    forget: () => rmSync(file, { force: true }),
  }
}
