// Contents of files between this screen and the office: sent in parts, read for a look, saved, opened with the system's program.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type Answer, type Download, type FilePreview, PART_BYTES, type Problem, UNREACHABLE } from '../../preload/contract/envelope.ts'
import { ask } from './ask.ts'
import { office, officeState, setReachable } from './office.ts'
import { problemOf } from './problem.ts'
import { untilReachable } from './reach.ts'
import { Unreachable } from './transport.ts'

const hex = (bytes: ArrayBuffer): string => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

const reaching = async <T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    setReachable(false)
    void untilReachable()
    return { ok: false, fault: UNREACHABLE }
  }
}

/** So many times a part is sent anew after the line broke. */
const TRIES = 3

/** Sends a content and gives its hash; `onProgress` is called with how much of it has come, from 0 to 1. It goes on where it was cut off. */
export const sendContent = async (
  content: Blob,
  name: string,
  onProgress: (share: number) => void,
): Promise<{ sha256: string } | { problem: Problem }> => {
  const bytes = new Uint8Array(await content.arrayBuffer())
  const sha256 = hex(await globalThis.crypto.subtle.digest('SHA-256', bytes))
  let [at, tries] = [0, 0]
  for (;;) {
    const part = { sha256, size: bytes.length, at, name: name.slice(0, 300) }
    const answer = await reaching(() => office().transport.sendPart(part, bytes.subarray(at, at + PART_BYTES), officeState().token))
    if (answer.ok) {
      if (answer.value.done) {
        onProgress(1)
        return { sha256 }
      }
      // What the office has may be more or less than was thought.
      if (answer.value.received <= at && ++tries > TRIES) return { problem: { fault: UNREACHABLE } }
      at = answer.value.received
      onProgress(bytes.length === 0 ? 1 : at / bytes.length)
    } else if ('fault' in answer && ++tries <= TRIES) await new Promise((resolve) => setTimeout(resolve, 1000 * tries))
    else return { problem: problemOf(answer) ?? { fault: UNREACHABLE } }
  }
}

/** The bytes of a file. */
export const readFile = (what: Download): Promise<Answer<Uint8Array<ArrayBuffer>>> =>
  reaching(() => office().transport.readFile(what, officeState().token))

/** Saves a file, or the archive of a deal: asks where on the desktop, downloads in a browser. Null when the person cancels. */
export const saveDownload = (what: Download, name: string): Promise<Answer<{ path: string | null } | null>> =>
  reaching(() => office().transport.saveDownload(what, name, officeState().token))

/** Whether this screen can hand a file to a program of the PC it runs on. */
export const opensFiles = (): boolean => office().transport.desktop
export const openFile = (version: string, name: string): Promise<Answer<{ opened: boolean }>> =>
  reaching(() => office().transport.openFile({ version }, name, officeState().token))

/** The beginning of a file that is no picture and no PDF: its text, or its first rows. */
export const readPreview = (versionId: string): Promise<Answer<FilePreview>> =>
  ask({ kind: 'file-preview', versionId }) as Promise<Answer<FilePreview>>

const NO_PICTURES: Readonly<Record<string, string>> = {}
/** Small pictures of versions of files, asked for together and kept until somebody else signs in: a version never changes. */
export const usePictures = (versionIds: readonly string[]): Readonly<Record<string, string>> => {
  const result = useQuery(
    {
      queryKey: ['pictures', versionIds],
      enabled: versionIds.length > 0,
      staleTime: Number.POSITIVE_INFINITY,
      placeholderData: keepPreviousData,
      queryFn: async () => {
        const answer = await ask({ kind: 'pictures', versionIds: versionIds.slice(0, 200) })
        // Not kept as if there were none: they are asked for again with the next page.
        if (!answer.ok) throw new Error('pictures cannot be read')
        return answer.value as Record<string, string>
      },
    },
    office().queryClient,
  )
  return result.data ?? NO_PICTURES
}
