// What changes files: added, replaced, described, put into the bin, taken out again, and gone from it. Rules FI4 to FI10.
import { refuse } from '../../../preload/contract/refusals.ts'
import { safeFileName } from '../../../preload/contract/vocabulary/file-types.ts'
import { FILE_SETTING, readFileSettings } from '../../access/file-settings.ts'
import { receivedContent, type ReceivedContent } from '../../access/received-contents.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { uniqueIds } from '../../records/lines.ts'
import { goneFiles } from './gone.ts'
import { fileForUpdate, recordToAddTo } from './record-of-file.ts'

/** A small picture is small: what a list loads by the hundred. */
const MOST_PICTURE_BYTES = 100_000
const MOST_PICTURE_SIDE = 640

type Given = { name: string; sha256: string; pictureSha256: string | null }

const received = (ctx: CommandContext, sha256: string, name: string): ReceivedContent =>
  receivedContent(ctx.tx.sql, sha256, ctx.viewer.userId) ?? refuse('file-not-received', { name })

/** The content of a new version, with its small picture. */
const contentOf = (ctx: CommandContext, { name, sha256, pictureSha256 }: Given) => {
  const { size, type, width, height } = received(ctx, sha256, name)
  if (pictureSha256 !== null) {
    const picture = received(ctx, pictureSha256, name)
    const isSmall =
      picture.size <= MOST_PICTURE_BYTES && Math.max(picture.width ?? Infinity, picture.height ?? Infinity) <= MOST_PICTURE_SIDE
    if (!isSmall || !['png', 'jpeg', 'webp'].includes(picture.type))
      refuse('invalid-input', { issues: [{ path: 'pictureSha256', rule: 'choice' }] })
  }
  return { name: safeFileName(name, type), sha256, size, type, width, height, pictureSha256, addedAt: ctx.now, addedBy: ctx.viewer.userId }
}

export const filesCommands = defineCommands({
  'attach-files': ({ recordKind, recordId, files }, ctx) => {
    const holder = recordToAddTo(ctx, recordKind, recordId)
    uniqueIds(files, 'files')
    return {
      files: files.map(({ id, versionId, kind, note, ...given }) => {
        const content = contentOf(ctx, given)
        ctx.tx.put('attachment', {
          ...{ id, recordKind, recordId: holder.row.id, kind, name: content.name, note, version: 1, isMain: 0 },
          ...{ addedAt: ctx.now, addedBy: ctx.viewer.userId, binnedAt: null, binnedBy: null, revision: 1 },
        })
        ctx.tx.put('attachment_version', { id: versionId, attachmentId: id, version: 1, ...content })
        return { id, name: content.name, revision: 1 }
      }),
    }
  },
  'replace-file': ({ id, revision, versionId, ...given }, ctx) => {
    const file = fileForUpdate(ctx, { id, revision })
    const content = contentOf(ctx, given)
    const version = file.version + 1
    ctx.tx.put('attachment_version', { id: versionId, attachmentId: file.id, version, ...content })
    ctx.tx.patch('attachment', file.id, { version, name: content.name, revision: file.revision + 1 })
    return { id: file.id, revision: file.revision + 1 }
  },
  'describe-file': async ({ id, revision, name, kind, note }, ctx) => {
    const file = fileForUpdate(ctx, { id, revision })
    const { type } = await ctx.db
      .selectFrom('attachment_version')
      .select('type')
      .where('attachmentId', '=', file.id)
      .where('version', '=', file.version)
      .executeTakeFirstOrThrow()
    ctx.tx.patch('attachment', file.id, {
      name: safeFileName(name, type as ReceivedContent['type']),
      kind,
      note,
      revision: file.revision + 1,
    })
    return { id: file.id, revision: file.revision + 1 }
  },
  'bin-file': ({ id, revision }, ctx) => {
    const file = fileForUpdate(ctx, { id, revision })
    if (file.binnedAt !== null) refuse('nothing-to-do', {})
    ctx.tx.patch('attachment', file.id, { binnedAt: ctx.now, binnedBy: ctx.viewer.userId, isMain: 0, revision: file.revision + 1 })
    return { id: file.id, revision: file.revision + 1 }
  },
  'restore-file': ({ id, revision }, ctx) => {
    const file = fileForUpdate(ctx, { id, revision })
    if (file.binnedAt === null) refuse('nothing-to-do', {})
    ctx.tx.patch('attachment', file.id, { binnedAt: null, binnedBy: null, revision: file.revision + 1 })
    return { id: file.id, revision: file.revision + 1 }
  },
  'choose-main-picture': async ({ id, revision }, ctx) => {
    const file = fileForUpdate(ctx, { id, revision })
    if (file.recordKind !== 'product' || file.binnedAt !== null) refuse('not-found', { resource: 'attachment' })
    const before = await ctx.db
      .selectFrom('attachment')
      .select(['id', 'revision'])
      .where('recordId', '=', file.recordId)
      .where('isMain', '=', 1)
      .where('id', '<>', file.id)
      .execute()
    for (const other of before) ctx.tx.patch('attachment', other.id, { isMain: 0, revision: other.revision + 1 })
    ctx.tx.patch('attachment', file.id, { isMain: 1, revision: file.revision + 1 })
    return { id: file.id, revision: file.revision + 1 }
  },
  'set-file-settings': ({ revision, ...values }, ctx) => {
    const seen = readFileSettings(ctx.tx.sql)
    ctx.requireRevision(seen, revision)
    const value = JSON.stringify(values)
    if (ctx.tx.row('setting', FILE_SETTING)) ctx.tx.patch('setting', FILE_SETTING, { value, revision: seen.revision + 1 })
    else ctx.tx.put('setting', { key: FILE_SETTING, value, revision: seen.revision + 1 })
    return { revision: seen.revision + 1 }
  },
  'empty-bin': async (_, ctx) => {
    const gone = goneFiles(ctx.tx.sql, ctx.today, ctx.company.timeZone)
    for (const id of gone) {
      const versions = await ctx.db
        .selectFrom('attachment_version')
        .select('id')
        .where('attachmentId', '=', id)
        .orderBy('version')
        .execute()
      for (const version of versions) ctx.tx.remove('attachment_version', version.id)
      ctx.tx.remove('attachment', id)
    }
    return { removed: gone.length }
  },
})
