// Adding files to a record: each is sent with its small picture, then all that came through are hung on the record at once. What is refused stays in sight with its
// reason until it is tried again or dismissed.
import { useRef, useState } from 'react'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { FileKind } from '../../../preload/contract/modules/files/calls.ts'
import type { AttachableKind } from '../../../preload/contract/records.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { type Problem, problemOf, sendContent, useCommand } from '../../client/index.ts'
import { KIND_IN_NAME } from '../../words/file-kinds.ts'
import { smallPicture } from './small-picture.ts'

export type Coming = { id: string; file: File; share: number; problem: Problem | null }
type Content = { name: string; sha256: string; pictureSha256: string | null }

export const kindOf = (file: { name: string; type: string }): FileKind => {
  const said = KIND_IN_NAME.find(([pattern]) => pattern.test(file.name))?.[1]
  if (said) return said
  if (/\.(eml|msg)$/i.test(file.name)) return 'mail'
  if (/\.dwg$/i.test(file.name)) return 'drawing'
  return file.type.startsWith('image/') ? 'photo' : 'other'
}

/** Sends a content with its small picture. */
const sendWithPicture = async (file: File, onProgress: (share: number) => void): Promise<Content | { problem: Problem }> => {
  const whole = await sendContent(file, file.name, onProgress)
  if ('problem' in whole) return whole
  const small = await smallPicture(file)
  const picture = small && (await sendContent(small, `${file.name}.jpg`, () => undefined))
  return { name: file.name, sha256: whole.sha256, pictureSha256: picture && 'sha256' in picture ? picture.sha256 : null }
}

/** `as`: what the files are, where the place says it; else their names do. */
export const useAdding = (recordKind: AttachableKind, recordId: string, as?: FileKind) => {
  const [coming, setComing] = useState<readonly Coming[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const attach = useCommand('attach-files')
  const replace = useCommand('replace-file')
  const change = (id: string, part: Partial<Coming>) => setComing((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)))
  const drop = (ids: readonly string[]) => setComing((all) => all.filter(({ id }) => !ids.includes(id)))
  /** Contents go one after the other: a slow line carries one well and many badly. */
  const line = useRef<Promise<unknown>>(Promise.resolve())

  const send = async (ones: readonly Coming[]): Promise<void> => {
    const ready: { id: string; content: Content; kind: FileKind }[] = []
    for (const { id, file } of ones) {
      const content = await sendWithPicture(file, (share) => change(id, { share }))
      if ('problem' in content) change(id, { problem: content.problem })
      else ready.push({ id, content, kind: as ?? kindOf(file) })
    }
    if (ready.length === 0) return
    const files: CommandInput<'attach-files'>['files'] = ready.map(({ id, content, kind }) => ({
      ...{ id, versionId: newId(), ...content, kind, note: '' },
    }))
    const failed = problemOf(await attach.run({ recordKind, recordId, files }))
    if (failed) for (const { id } of ready) change(id, { problem: failed })
    else drop(ready.map(({ id }) => id))
  }
  const queued = (work: () => Promise<void>): Promise<void> => {
    const mine = line.current.then(work, work)
    line.current = mine
    return mine
  }

  return {
    coming,
    problem,
    forgetProblem: () => setProblem(null),
    add: (files: readonly File[]) => {
      const ones = files.map((file): Coming => ({ id: newId(), file, share: 0, problem: null }))
      setComing((all) => [...all, ...ones])
      void queued(() => send(ones))
    },
    again: (one: Coming) => {
      // Another intent: whatever came of the first, nothing is added twice.
      const anew = { ...one, id: newId(), share: 0, problem: null }
      setComing((all) => all.map((old) => (old.id === one.id ? anew : old)))
      void queued(() => send([anew]))
    },
    dismiss: (one: Coming) => drop([one.id]),
    /** A newer version of a file that is there. */
    replace: (seen: { id: string; revision: number }, file: File) =>
      queued(async () => {
        const one: Coming = { id: newId(), file, share: 0, problem: null }
        setComing((all) => [...all, one])
        const content = await sendWithPicture(file, (share) => change(one.id, { share }))
        const failed = 'problem' in content ? content.problem : problemOf(await replace.run({ ...seen, versionId: newId(), ...content }))
        drop([one.id])
        setProblem(failed)
      }),
  }
}
