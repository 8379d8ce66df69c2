// The small picture of a product, wherever products stand in rows: each place asks for its own, and all of one moment are asked for together.
import { useQuery } from '@tanstack/react-query'
import { MOST_PICTURES } from '../../preload/contract/modules/files/calls.ts'
import type { QueryOutput } from '../../preload/contract/queries.ts'
import { ask } from './ask.ts'
import { office } from './office.ts'

/** A page of rows is drawn within one. */
const MOMENT_MS = 20

/** A version of a file never changes: its picture is read once while somebody is signed in. */
const pictureKey = (versionId: string) => ['picture of version', versionId]

/** What cannot be read is thrown, not kept as if there were no picture: it is asked for again with the next page. */
const asked = async <T>(request: Parameters<typeof ask>[0]): Promise<T> => {
  const answer = await ask(request)
  if (!answer.ok) throw new Error('the pictures of products cannot be read')
  return answer.value as T
}
const readPictures = async (versionIds: readonly string[]): Promise<void> => {
  const { queryClient } = office()
  const unknown = versionIds.filter((id) => queryClient.getQueryData(pictureKey(id)) === undefined)
  if (unknown.length === 0) return
  const found = await asked<Record<string, string>>({ kind: 'pictures', versionIds: unknown })
  for (const id of unknown) queryClient.setQueryData(pictureKey(id), found[id] ?? '')
}

/** The address of each picture, by its product. */
const picturesOf = async (productIds: readonly string[]): Promise<Map<string, string>> => {
  const { pictures } = await asked<QueryOutput<'main-pictures'>>({ kind: 'query', name: 'main-pictures', input: { productIds } })
  await readPictures(pictures.map(({ versionId }) => versionId))
  return new Map(
    pictures.map(({ productId, versionId }) => [productId, office().queryClient.getQueryData<string>(pictureKey(versionId)) ?? '']),
  )
}

type Batch = { productIds: Set<string>; pictures: Promise<Map<string, string>> }
let batch: Batch | undefined
const newBatch = (): Batch => {
  const productIds = new Set<string>()
  const moment = new Promise((resolve) => setTimeout(resolve, MOMENT_MS))
  return { productIds, pictures: moment.then(() => ((batch = undefined), picturesOf([...productIds]))) }
}
const pictureOf = async (productId: string): Promise<string | null> => {
  if (batch === undefined || batch.productIds.size >= MOST_PICTURES) batch = newBatch()
  batch.productIds.add(productId)
  return (await batch.pictures).get(productId) || null
}

/** The picture as an address of data; null where there is none, or none to be seen. Read anew when files change. */
export const useProductPicture = (productId: string | null): string | null => {
  const result = useQuery(
    {
      // By the name of what is asked: a notice of its tables marks it stale.
      queryKey: ['main-pictures', 'of', productId],
      enabled: productId !== null && productId !== '',
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: () => pictureOf(productId!),
    },
    office().queryClient,
  )
  return result.data ?? null
}
