// Pictures of products: those of one moment are asked for together, each version is read once, and a change of files asks again. Rule FI25 of files.
import { act, render, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useProductPicture } from './product-pictures.ts'
import { fakeOffice } from './testing/fake-office.ts'

const Picture = ({ id }: { id: string }) => <i>{`${id}: ${useProductPicture(id) ?? 'none'}`}</i>

test('[FI25] a page of products is one question, and a version is read once', async () => {
  let chosen = 'v1'
  const office = await fakeOffice({
    queries: {
      'main-pictures': ({ productIds }: { productIds: string[] }) => ({
        pictures: productIds.filter((id) => id !== 'p3').map((productId) => ({ productId, versionId: productId === 'p1' ? chosen : 'v2' })),
      }),
    },
  })
  const asked = () =>
    office.asked.flatMap((request) =>
      request.kind === 'pictures'
        ? [request.versionIds]
        : request.kind === 'query' && request.name === 'main-pictures'
          ? [request.input]
          : [],
    )
  render(['p1', 'p2', 'p3', 'p1'].map((id, n) => <Picture key={n} id={id} />))
  await waitFor(() => expect(screen.getAllByText('p1: data:v1')).toHaveLength(2))
  expect([screen.getByText('p2: data:v2'), screen.getByText('p3: none')]).toHaveLength(2)
  expect(asked()).toEqual([{ productIds: ['p1', 'p2', 'p3'] }, ['v1', 'v2']])
  chosen = 'v9'
  act(() => office.notify({ kind: 'changed', tables: ['attachment'] }))
  await waitFor(() => expect(screen.getAllByText('p1: data:v9')).toHaveLength(2))
  expect(asked().slice(2)).toEqual([{ productIds: ['p1', 'p2', 'p3'] }, ['v9']])
})
