// The container beyond one chunk: many megabytes in pieces of every length come back whole, with right sizes and checksums.
import { describe, expect, it } from 'vitest'
import { partsOf } from './testing/workbook-parts.ts'
import { zipStream } from './zip-stream.ts'

describe('zipStream', () => {
  it('gives back entries of many chunks, short and overlong texts, and empty ones', async () => {
    const chunks: Buffer[] = []
    const zip = zipStream(async (bytes) => {
      chunks.push(Buffer.from(bytes))
    })
    const expected = new Map<string, string>()
    for (const [name, pieces] of [
      ['small.xml', 3],
      ['empty.xml', 0],
      ['大.xml', 40_000],
    ] as const) {
      const entry = await zip.entry(name)
      const texts: string[] = []
      for (let i = 0; i < pieces; i++) {
        // Every text differs, so that a piece written twice, lost or overwritten shows.
        const text =
          i % 9_000 === 8_999 ? `长${i}`.repeat(120_000) : `<row n="${i}">信风 ${(i * 7_919) % 104_729}😀</row>`.repeat((i % 5) + 1)
        texts.push(text)
        await entry.write(text)
      }
      await entry.close()
      expected.set(name, texts.join(''))
    }
    await zip.finish()
    const parts = partsOf(Buffer.concat(chunks))
    expect([...parts.keys()]).toEqual([...expected.keys()])
    for (const [name, text] of expected) expect([name, parts.get(name) === text]).toEqual([name, true])
    expect(expected.get('大.xml')?.length).toBeGreaterThan(4_000_000)
  })
})
