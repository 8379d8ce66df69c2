// A file as screens show it, with its version of now.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import type { QueryContext } from '../../queries/define-query.ts'

type Binned = QueryOutput<'files-of'>['binned'][number]
type Shown = QueryOutput<'files-of'>['files'][number]
export type FileRow = Shown & Pick<Binned, 'binnedBy'> & { binnedAt: string | null }

/** The files of a record, those in the bin too: by the time they came. */
export const filesOn = async ({ db }: Pick<QueryContext, 'db'>, kind: string, recordId: string): Promise<FileRow[]> => {
  const rows = await db
    .selectFrom('attachment as a')
    .innerJoin('attachment_version as v', (join) => join.onRef('v.attachmentId', '=', 'a.id').onRef('v.version', '=', 'a.version'))
    .leftJoin('user as u', 'u.id', 'a.addedBy')
    .leftJoin('user as c', 'c.id', 'v.addedBy')
    .leftJoin('user as b', 'b.id', 'a.binnedBy')
    .select(['a.id', 'a.revision', 'a.name', 'a.kind', 'a.note', 'a.version', 'a.isMain', 'a.addedAt', 'a.binnedAt'])
    .select(['v.id as versionId', 'v.size', 'v.type', 'v.width', 'v.height', 'v.pictureSha256', 'v.addedAt as changedAt'])
    .select(['u.name as addedBy', 'c.name as changedBy', 'b.name as binnedBy'])
    .where('a.recordId', '=', recordId)
    .where('a.recordKind', '=', kind)
    .orderBy('a.addedAt')
    .orderBy('a.id')
    .execute()
  return rows.map(({ pictureSha256, isMain, kind, type, addedBy, changedBy, binnedBy, ...row }) => ({
    ...row,
    ...{ kind: kind as Shown['kind'], type: type as Shown['type'], hasPicture: pictureSha256 !== null, isMain: isMain === 1 },
    ...{ addedBy: addedBy ?? '', changedBy: changedBy ?? '', binnedBy: binnedBy ?? '' },
  }))
}

/** What is shown of one that is not in the bin. */
export const asFile = ({ binnedAt: _at, binnedBy: _by, ...file }: FileRow): Shown => file
