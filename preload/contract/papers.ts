// Every kind of paper, as the records of all modules declare them.
import type { PaperFacts } from './define/record.ts'
import { type AnyRecord, kindsWith, records, type RecordKind, type With } from './records.ts'

type PapersOf<D> = D extends { papers: infer P } ? keyof P & string : never
export type PaperKind = PapersOf<With<'papers'>>
/** Kinds of record that are printed. */
export type PrintedKind = With<'papers'>['kind']

const all = new Map<string, { of: AnyRecord; facts: PaperFacts }>(
  records.flatMap((of) => Object.entries(of.papers ?? {}).map(([kind, facts]) => [kind, { of, facts }] as const)),
)
export const PAPER_KINDS = [...all.keys()] as [PaperKind, ...PaperKind[]]
export const PRINTED_KINDS = records.filter((one) => one.papers !== undefined).map(({ kind }) => kind) as [PrintedKind, ...PrintedKind[]]

/** What is declared of a paper, and the record it belongs to. */
export const paperFacts = (kind: PaperKind): PaperFacts => all.get(kind)!.facts
export const printedRecord = (kind: PaperKind): AnyRecord => all.get(kind)!.of
export const papersOf = (kind: RecordKind): readonly PaperKind[] => PAPER_KINDS.filter((one) => printedRecord(one).kind === kind)

/** Kinds whose papers are also one file, together with those that go in with them. */
export const SET_KINDS = kindsWith('paperSet')
export type SetKind = (typeof SET_KINDS)[number]
