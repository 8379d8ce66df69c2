// What is read of files: those of a record, their versions, those of a whole deal, and the pictures of products.
import { ATTACHABLE_KINDS, type AttachableKind } from '../../../preload/contract/records.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { addDays, dayIn } from '../../../preload/contract/vocabulary/dates.ts'
import { type FileType, MEGABYTE } from '../../../preload/contract/vocabulary/file-types.ts'
import { readFileSettings } from '../../access/file-settings.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { recordWithFiles, requireRecordWithFiles } from '../../records/attachable.ts'
import { issuedContents, issuedPapersOf } from '../../records/papers/index.ts'
import { documentsOfDeal } from '../deals/index.ts'
import { findInFiles } from './find.ts'
import { mayRead } from './record-of-file.ts'
import { asFile, filesOn } from './views.ts'

const isAttachable = (kind: string): kind is AttachableKind => ATTACHABLE_KINDS.some((one) => one === kind)

/** The file of a version, for who may read it; refuses `not-found`. */
const fileFor = async (q: QueryContext, id: string) => {
  const file = await q.db.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst()
  return file && mayRead(q, file.recordKind, file.recordId) ? file : refuse('not-found', { resource: 'attachment' })
}

/** FI17. */
const papersOf = async (q: QueryContext, kind: string, id: string) =>
  (await issuedPapersOf(q, kind, id)).map((row) => ({
    ...{ id: row.id, paper: row.paper, issue: row.issue, fileName: row.fileName, size: row.size, sha256: row.sha256 },
    ...{ issuedAt: row.issuedAt, issuedBy: row.person ?? '' },
  }))

/** The picture of each product that has one: the one chosen, or else the one that came first. */
const mainPictures = async (q: QueryContext, productIds: readonly string[]) => {
  const first = new Map<string, { versionId: string; sha256: string }>()
  if (productIds.length === 0) return first
  const rows = await q.db
    .selectFrom('attachment as a')
    .innerJoin('attachment_version as v', (join) => join.onRef('v.attachmentId', '=', 'a.id').onRef('v.version', '=', 'a.version'))
    .select(['a.recordId', 'v.id', 'v.pictureSha256'])
    .where('a.recordId', 'in', productIds)
    .where('a.recordKind', '=', 'product')
    .where('a.binnedAt', 'is', null)
    .where('v.pictureSha256', 'is not', null)
    .orderBy('a.isMain', 'desc')
    .orderBy('a.addedAt')
    .orderBy('a.id')
    .execute()
  for (const { recordId, id, pictureSha256 } of rows)
    if (!first.has(recordId)) first.set(recordId, { versionId: id, sha256: pictureSha256! })
  return first
}

/** For papers: the small pictures of these products that the viewer may see. */
export const picturesOnPaper = async (q: QueryContext, productIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const found = await mainPictures(q, [...new Set(productIds)])
  return new Map([...found].filter(([id]) => mayRead(q, 'product', id)).map(([id, { sha256 }]) => [id, sha256]))
}

/** FI28. Each content of files is counted once, however many have it. */
const keptContents = (q: Pick<QueryContext, 'sql'>): { contents: number; bytes: number } => {
  const files = q.sql
    .prepare('SELECT count(*) AS contents, coalesce(sum(size), 0) AS bytes FROM (SELECT DISTINCT sha256, size FROM attachment_version)')
    .get() as { contents: number; bytes: number }
  const papers = issuedContents(q)
  return { contents: files.contents + papers.contents, bytes: files.bytes + papers.bytes }
}

export const filesQueries = defineQueries({
  'files-of': async ({ recordKind, recordId }, q) => {
    const { withheld, mayAdd } = requireRecordWithFiles(q, recordKind, recordId)
    const { mostMegabytes, binDays } = readFileSettings(q.sql)
    const all = withheld ? [] : await filesOn(q, recordKind, recordId)
    const goneOn = (at: string) => addDays(dayIn(q.company.timeZone, at), binDays)
    return {
      withheld,
      mayAdd,
      files: all.filter(({ binnedAt }) => binnedAt === null).map(asFile),
      // Who may not add cannot take out either: the bin is none of theirs.
      binned: mayAdd
        ? all.flatMap(({ binnedAt, ...file }) => (binnedAt === null ? [] : [{ ...file, binnedAt, goneOn: goneOn(binnedAt) }]))
        : [],
      mostBytes: mostMegabytes * MEGABYTE,
    }
  },
  'file-versions': async ({ id }, q) => {
    const file = await fileFor(q, id)
    const versions = await q.db
      .selectFrom('attachment_version as v')
      .leftJoin('user as u', 'u.id', 'v.addedBy')
      .select(['v.id', 'v.version', 'v.name', 'v.size', 'v.type', 'v.addedAt', 'u.name as addedBy'])
      .where('v.attachmentId', '=', file.id)
      .orderBy('v.version', 'desc')
      .execute()
    return { versions: versions.map((v) => ({ ...v, type: v.type as FileType, addedBy: v.addedBy ?? '' })) }
  },
  'file-version': async ({ id }, q) => {
    const version = await q.db.selectFrom('attachment_version').selectAll().where('id', '=', id).executeTakeFirst()
    if (!version) return refuse('not-found', { resource: 'attachment' })
    const file = await fileFor(q, version.attachmentId)
    const { name, size, type, sha256, pictureSha256 } = version
    return {
      ...{ id: version.id, fileId: file.id, name: version.version === file.version ? file.name : name, size, type: type as FileType },
      ...{ sha256, pictureSha256, recordKind: file.recordKind as AttachableKind, recordId: file.recordId },
    }
  },
  'files-of-deal': async ({ id }, q) => {
    const deal = requireRecordWithFiles(q, 'deal', id)
    const documents = await documentsOfDeal(q, id)
    const records = [{ kind: 'deal', id }, ...documents.map(({ kind, id: of }) => ({ kind, id: of }))]
    const found = []
    for (const { kind, id: of } of records) {
      const holder = isAttachable(kind) ? recordWithFiles(q, kind, of) : undefined
      if (!holder || holder.withheld) continue
      const files = (await filesOn(q, kind, of)).filter(({ binnedAt }) => binnedAt === null).map(asFile)
      const papers = await papersOf(q, kind, of)
      if (files.length + papers.length > 0) found.push({ kind: holder.kind, id: of, title: holder.title, files, papers })
    }
    return { number: deal.title, records: found }
  },
  'main-pictures': async ({ productIds }, q) => ({
    pictures: [...(await mainPictures(q, productIds))].map(([productId, { versionId }]) => ({ productId, versionId })),
  }),
  'file-pictures': async ({ versionIds }, q) => {
    if (versionIds.length === 0) return { pictures: [] }
    const rows = await q.db
      .selectFrom('attachment_version as v')
      .innerJoin('attachment as a', 'a.id', 'v.attachmentId')
      .select(['v.id', 'v.pictureSha256', 'a.recordKind', 'a.recordId'])
      .where('v.id', 'in', versionIds)
      .orderBy('v.id')
      .execute()
    const known = new Map<string, boolean>()
    const mayReadOf = (kind: string, id: string) => {
      const place = `${kind} ${id}`
      if (!known.has(place)) known.set(place, mayRead(q, kind, id))
      return known.get(place) === true
    }
    return {
      pictures: rows.flatMap(({ id, pictureSha256, recordKind, recordId }) =>
        pictureSha256 !== null && mayReadOf(recordKind, recordId) ? [{ versionId: id, sha256: pictureSha256 }] : [],
      ),
    }
  },
  'find-in-files': findInFiles,
  'file-settings': (_, q) => ({ ...readFileSettings(q.sql), kept: q.may('company.edit') ? keptContents(q) : null }),
})
