// The pictures that papers bear: the logo of the letterhead, and seals and signatures, each with who may use it. Rule PA21 of papers.
import type { PictureUse } from '../../../preload/contract/modules/papers/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { FileMakers, QueryContext } from '../../queries/define-query.ts'
import type { PaperPictures } from './lay-out.ts'

export type PaperPicture = { id: string; use: PictureUse; name: string; sha256: string; height: number; userId: string | null }
/** Pictures of one paper, by their places on it. */
export type ChosenPictures = {
  logo?: PaperPicture | undefined
  seal?: PaperPicture | undefined
  sign?: PaperPicture | undefined
  /** The seal goes across the pages, too. */
  acrossPages?: boolean
}

const active = (q: Pick<QueryContext, 'db'>) =>
  q.db
    .selectFrom('paper_picture')
    .select(['id', 'use', 'name', 'sha256', 'height', 'userId'])
    .where('active', '=', 1)
    .orderBy('name')
    .orderBy('id')

export const logoOf = async (q: Pick<QueryContext, 'db'>): Promise<PaperPicture | undefined> =>
  (await active(q).where('use', '=', 'logo').executeTakeFirst()) as PaperPicture | undefined

/** Seals and signatures that the viewer may put on a paper: signatures of their own or lent to them by name, seals that name nobody or them. */
export const usablePictures = async (q: Pick<QueryContext, 'db' | 'viewer' | 'may'>): Promise<PaperPicture[]> => {
  const pictures = (await active(q).where('use', '<>', 'logo').execute()) as PaperPicture[]
  const named = await q.db.selectFrom('paper_picture_user').select(['pictureId', 'userId']).orderBy('id').execute()
  const { userId } = q.viewer
  return pictures.filter((picture) => {
    const users = named.filter(({ pictureId }) => pictureId === picture.id)
    const isNamed = users.some((one) => one.userId === userId)
    return picture.use === 'seal'
      ? q.may('paper.seal') && (users.length === 0 || isNamed)
      : q.may('paper.sign') && (picture.userId === userId || isNamed)
  })
}

/** A picture that the viewer chose; refuses `not-permitted`, and `not-found` for one that is not theirs to use. */
export const chosenPicture = async (
  q: Pick<QueryContext, 'db' | 'viewer' | 'may' | 'require'>,
  id: string | null,
  use: 'seal' | 'signature',
): Promise<PaperPicture | undefined> => {
  if (id === null) return undefined
  q.require(use === 'seal' ? 'paper.seal' : 'paper.sign')
  const found = (await usablePictures(q)).find((one) => one.id === id && one.use === use)
  return found ?? refuse('not-found', { resource: 'paper-picture' })
}

/** Their contents. A lost logo is left out; a lost seal or signature is refused with `file-lost`, for the paper would say less than was asked. */
export const pictureBytes = async (
  { logo, seal, sign, acrossPages = false }: ChosenPictures,
  makers: Pick<FileMakers, 'contentOf'>,
): Promise<PaperPictures> => {
  const needed = async (picture: PaperPicture) => (await makers.contentOf(picture.sha256)) ?? refuse('file-lost', { name: picture.name })
  return {
    logo: logo && (await makers.contentOf(logo.sha256)),
    seal: seal && (await needed(seal)),
    sign: sign && (await needed(sign)),
    acrossPages,
    ...(logo ? { logoHeight: logo.height } : {}),
    ...(seal ? { sealHeight: seal.height } : {}),
    ...(sign ? { signHeight: sign.height } : {}),
  }
}
