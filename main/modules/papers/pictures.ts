// Logo, seals and signatures of the company: kept by who may edit them, and read with their pictures. Rule PA21 of papers.
import { refuse } from '../../../preload/contract/refusals.ts'
import type { PictureUse } from '../../../preload/contract/modules/papers/calls.ts'
import { receivedContent } from '../../access/received-contents.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { Afterwards, defineQueries } from '../../queries/define-query.ts'
import { saveRow, uniqueIds } from '../../records/lines.ts'
import { usablePictures } from '../../records/papers/index.ts'

/** A photograph of a seal is no more than this; larger ones would make every paper heavy. */
const MOST_BYTES = 1_000_000
const MOST_SIDE = 2_500

const receivedPicture = (ctx: CommandContext, sha256: string, name: string): void => {
  const picture = receivedContent(ctx.tx.sql, sha256, ctx.viewer.userId) ?? refuse('file-not-received', { name })
  const isSmall = picture.size <= MOST_BYTES && Math.max(picture.width ?? Infinity, picture.height ?? Infinity) <= MOST_SIDE
  if (!isSmall || !['png', 'jpeg', 'webp'].includes(picture.type)) refuse('not-a-paper-picture', { name })
}

/** Brings those who may use it to the given ones. */
const writeUsers = async (ctx: CommandContext, pictureId: string, users: readonly { id: string; userId: string }[]): Promise<void> => {
  const ids = uniqueIds(users, 'usedBy')
  const old = await ctx.db.selectFrom('paper_picture_user').select('id').where('pictureId', '=', pictureId).orderBy('id').execute()
  for (const { id } of old) if (!ids.has(id)) ctx.tx.remove('paper_picture_user', id)
  for (const { id, userId } of users) {
    ctx.orNotFound(ctx.tx.row('user', userId), 'user')
    saveRow(ctx, 'paper_picture_user', id, { pictureId }, { userId })
  }
}

/** Refuses `file-not-received`, `not-a-paper-picture`, `already-exists`, `not-found`, `changed-meanwhile`. */
export const savePaperPicture: CommandHandler<'save-paper-picture'> = async (input, ctx) => {
  const { id, use, name, height, active } = input
  const old = ctx.tx.row('paper_picture', id)
  if (input.revision === undefined) {
    if (old) refuse('already-exists', { field: 'id', value: id })
  } else ctx.requireRevision(ctx.orNotFound(old, 'paper-picture'), input.revision)
  if (input.sha256 !== undefined) receivedPicture(ctx, input.sha256, name)
  const userId = use === 'signature' ? input.userId : null
  if (use === 'signature' && userId === null) refuse('invalid-input', { issues: [{ path: 'userId', rule: 'required' }] })
  if (userId !== null) ctx.orNotFound(ctx.tx.row('user', userId), 'user')
  const sha256 = input.sha256 ?? old?.sha256 ?? refuse('invalid-input', { issues: [{ path: 'sha256', rule: 'required' }] })
  const fields = { use, name, height, userId, active: active ? 1 : 0, sha256 }
  const revision = (old?.revision ?? 0) + 1
  if (old) ctx.tx.patch('paper_picture', id, { ...fields, revision })
  else ctx.tx.put('paper_picture', { id, ...fields, revision })
  await writeUsers(ctx, id, use === 'logo' ? [] : input.usedBy)
  return { id, revision }
}

const addressOf = (bytes: Uint8Array): string => {
  const media = bytes[0] === 0x89 ? 'image/png' : bytes[0] === 0xff ? 'image/jpeg' : 'image/webp'
  return `data:${media};base64,${Buffer.from(bytes).toString('base64')}`
}

export const pictureQueries = defineQueries({
  'usable-paper-pictures': async (_, q) => (await usablePictures(q)).map(({ id, use, name }) => ({ id, use, name })),
  'paper-pictures': async (_, q) => {
    const pictures = await q.db
      .selectFrom('paper_picture as p')
      .leftJoin('user as u', 'u.id', 'p.userId')
      .select(['p.id', 'p.revision', 'p.use', 'p.name', 'p.height', 'p.active', 'p.sha256', 'p.userId', 'u.name as person'])
      .orderBy('p.active', 'desc')
      .orderBy('p.use')
      .orderBy('p.name')
      .execute()
    const users = await q.db
      .selectFrom('paper_picture_user as p')
      .innerJoin('user as u', 'u.id', 'p.userId')
      .select(['p.id', 'p.pictureId', 'p.userId', 'u.name'])
      .orderBy('u.name')
      .orderBy('p.id')
      .execute()
    return new Afterwards(({ contentOf }) =>
      Promise.all(
        pictures.map(async ({ sha256, use, active, person, ...picture }) => {
          const bytes = await contentOf(sha256)
          return {
            ...{ ...picture, use: use as PictureUse, active: active === 1, person: person ?? '', picture: bytes ? addressOf(bytes) : null },
            usedBy: users.filter(({ pictureId }) => pictureId === picture.id).map(({ id, userId, name }) => ({ id, userId, name })),
          }
        }),
      ),
    )
  },
})
