// Every kind of record of every module, looked up: what other places compute their tables from. Nothing is declared here.
import type { RecordFacts, RightFacts } from './define/record.ts'
import { moduleOrder, modules, type ModuleName } from './modules.ts'

/** Each declaration with its exact type: kinds of record, and rights that belong to none. */
export type Declaration = (typeof modules)[ModuleName][number]
/** Declarations that have this fact. */
export type With<Fact extends string> = Extract<Declaration, Readonly<Record<Fact, unknown>>>
export type RecordKind = With<'table'>['kind']

/** A declaration as code reads it that asks for a fact by its name. */
export type AnyDeclaration = { kind: string } & Partial<RecordFacts> & Partial<RightFacts>
export type AnyRecord = { kind: RecordKind } & RecordFacts

export const isRecord = (one: AnyDeclaration): one is AnyRecord => one.table !== undefined
/** In dependency order of their modules. */
export const declarations: readonly AnyDeclaration[] = moduleOrder.flatMap((module): readonly AnyDeclaration[] => modules[module])
export const records: readonly AnyRecord[] = declarations.filter(isRecord)
const byKind = new Map(records.map((one) => [one.kind, one]))
export const recordOf = (kind: RecordKind): AnyRecord => byKind.get(kind)!

/** Kinds that have this fact. */
export const kindsWith = <const F extends string>(fact: F): readonly With<F>['kind'][] =>
  declarations.filter((one) => fact in one).map(({ kind }) => kind as With<F>['kind'])

/** Kinds that are found by name or number (Ctrl+K). */
export const SEARCHABLE_KINDS = kindsWith('searchable')
export type SearchableKind = (typeof SEARCHABLE_KINDS)[number]
/** Kinds whose records may wait for somebody's yes. */
export const APPROVAL_KINDS = kindsWith('approvable')
export type ApprovalKind = (typeof APPROVAL_KINDS)[number]
/** A switch of the company that has one kind or several approved. */
export type ApprovalSwitch = With<'approvable'>['approvable']['switch']
/** The company's switch that has a kind approved at all. */
export const approvalSwitch = (kind: ApprovalKind) => recordOf(kind).approvable!.switch as ApprovalSwitch
/** Every such switch, once. */
export const APPROVAL_SWITCHES: readonly ApprovalSwitch[] = [...new Set(APPROVAL_KINDS.map(approvalSwitch))]
/** One value for each of them. */
export const forEachApprovalSwitch = <T>(value: T): Record<ApprovalSwitch, T> =>
  Object.fromEntries(APPROVAL_SWITCHES.map((name) => [name, value])) as Record<ApprovalSwitch, T>
/** Kinds that are amended after they are signed. */
export const AMENDED_KINDS = kindsWith('amendable')
export type AmendedKind = (typeof AMENDED_KINDS)[number]
/** Kinds that a page or list shows: where a link that knows an id alone can lead. */
export const PLACED_KINDS = kindsWith('route')
export type PlacedKind = (typeof PLACED_KINDS)[number]
/** Kinds that carry files. */
export const ATTACHABLE_KINDS = kindsWith('attachable')
export type AttachableKind = (typeof ATTACHABLE_KINDS)[number]
