// The small picture of a product, wherever products stand in rows: each place asks for its own, and all of one moment are asked for together.
import { useQuery } from '@tanstack/react-query'
import { MOST_PICTURES } from '../../preload/contract/modules/files/calls.ts'
import type { QueryOutput } from '../../preload/contract/queries.ts'
import { ask } from './ask.ts'
import { office } from './office.ts'

/** A page of rows is drawn within one. */
const MOMENT_MS = 20

type Waiting = Map<string, ((address: string | null) => void)[]>
let waiting: Waiting = new Map()

/** A version of a file never changes: its picture is read once while somebody is signed in. */
const pictureKey = (versionId: string) => ['picture of version', versionId]

const picturesOf = async (versionIds: readonly string[]): Promise<void> => {
  const { queryClient } = office()
  const unknown = versionIds.filter((id) => queryClient.getQueryData(pictureKey(id)) === undefined)
  if (unknown.length === 0) return
  const answer = await ask({ kind: 'pictures', versionIds: unknown })
  if (!answer.ok) return
  const found = answer.value as Record<string, string>
  for (const id of unknown) queryClient.setQueryData(pictureKey(id), found[id] ?? '')
}

const askFor = async (asked: Waiting): Promise<void> => {
  const productIds = [...asked.keys()]
  const answer = await ask({ kind: 'query', name: 'main-pictures', input: { productIds } })
  const { pictures } = answer.ok ? (answer.value as QueryOutput<'main-pictures'>) : { pictures: [] }
  await picturesOf(pictures.map(({ versionId }) => versionId))
  const versions = new Map(pictures.map(({ productId, versionId }) => [productId, versionId]))
  for (const [id, told] of asked) {
    const version = versions.get(id)
    const address = version === undefined ? '' : office().queryClient.getQueryData<string>(pictureKey(version))
    for (const tell of told) tell(address ? address : null)
  }
}

const pictureOf = (productId: string): Promise<string | null> =>
  new Promise((resolve) => {
    if (waiting.size === 0)
      setTimeout(() => {
        const all = [...waiting]
        waiting = new Map()
        for (let at = 0; at < all.length; at += MOST_PICTURES) void askFor(new Map(all.slice(at, at + MOST_PICTURES)))
      }, MOMENT_MS)
    waiting.set(productId, [...(waiting.get(productId) ?? []), resolve])
  })

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
