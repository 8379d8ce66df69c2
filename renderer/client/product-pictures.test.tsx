// Pictures of products: those of one moment are asked for together, each version is read once, and a change of files asks again. Rule FI25 of files.
import { act, render, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { office } from './office.ts'
import { useProductPicture } from './product-pictures.ts'
import { fakeOffice } from './testing/fake-office.ts'

const Picture = ({ id }: { id: string }) => <i>{`${id}: ${useProductPicture(id) ?? 'none'}`}</i>

test('[FI25] a page of products is one question, and a version is read once', async () => {
  let chosen = 'v1'
  const fake = await fakeOffice({
    queries: {
      'main-pictures': ({ productIds }: { productIds: string[] }) => ({
        pictures: productIds.filter((id) => id !== 'p3').map((productId) => ({ productId, versionId: productId === 'p1' ? chosen : 'v2' })),
      }),
    },
  })
  const asked = () =>
    fake.asked.flatMap((request) =>
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
  act(() => fake.notify({ kind: 'changed', tables: ['attachment'] }))
  await waitFor(() => expect(screen.getAllByText('p1: data:v9')).toHaveLength(2))
  expect(asked().slice(2)).toEqual([{ productIds: ['p1', 'p2', 'p3'] }, ['v9']])
})

test('[FI25] what could not be read is no picture for now, and is read with the next page', async () => {
  let isOff = true
  await fakeOffice({
    queries: {
      'main-pictures': ({ productIds }: { productIds: string[] }) =>
        isOff ? { ok: false, fault: 'f1' } : { pictures: productIds.map((productId) => ({ productId, versionId: 'v7' })) },
    },
  })
  const { unmount } = render(<Picture id="p7" />)
  await waitFor(() => expect(office().queryClient.getQueryState(['main-pictures', 'of', 'p7'])?.status).toBe('error'))
  expect(screen.getByText('p7: none')).toBeTruthy()
  unmount()
  isOff = false
  render(<Picture id="p7" />)
  await screen.findByText('p7: data:v7')
})
