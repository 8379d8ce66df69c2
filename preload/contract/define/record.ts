// How a module declares its kinds of record and the rights that belong to no record. Facts, never behaviour: no function stands in a declaration.
import { type ColumnOf, columnsOf } from './columns.ts'

/** Figures that not everybody may see; who may is said in figures.ts. */
export type Figure = 'cost' | 'owed' | 'paid' | 'profit'

// ---- states ------------------------------------------------------------------------------------------------------------------------------

/** How loud a state is: red (`alarm`) is kept for what needs action, `gone` is crossed out. */
export type Tone = 'quiet' | 'moving' | 'good' | 'gone' | 'alarm'
/** The states of a record in their order, each with its tone; `<group>.<state>` names them. */
export type States<G extends string = string, S extends string = string> = { group: G; tones: Readonly<Record<S, Tone>> }
export const states = <const G extends string, const S extends string>(group: G, tones: Readonly<Record<S, Tone>>): States<G, S> => ({
  group,
  tones,
})
export const statesOf = <S extends string>({ tones }: States<string, S>): readonly S[] => Object.keys(tones) as S[]

// ---- synchronization -----------------------------------------------------------------------------------------------------------------------

/**
 * Which desks a row may be on, beside its view right and scope. company: every desk. crm, trade, money, staff: who may see the record. own: the user whose row
 * it is. ledger: whole, for who may see all of the ledger. sums: rows computed at the hub, never again on a desk. rebuilt: made anew on each desk.
 * office: never leaves the hub.
 */
export type SyncClass = 'company' | 'crm' | 'trade' | 'money' | 'staff' | 'own' | 'ledger' | 'sums' | 'rebuilt' | 'office'
/** plain: travels with its row; a figure: only to who may see it; ledger: only to desks that hold the ledger; rebuilt: made anew on each desk. */
export type ColumnClass = 'plain' | 'ledger' | 'rebuilt' | 'office' | Figure

// ---- tables ------------------------------------------------------------------------------------------------------------------------------

/**
 * A column as the audit trail shows it. Money names its currency by a sibling column; '^currency' is that of the record it belongs to, '^^' of the one above
 * that, and '@<column>' that of the row which the column names.
 */
export type RecordColumn = ColumnOf<Figure> & {
  /** Holds the id of a row of this table ('the record above': of the one it belongs to): shown by that row's name. */
  names?: string
  /** Text that is a structure, and how it is shown; `changed` says only that it was. */
  form?: 'payment-term' | 'permissions' | 'scopes' | 'settings' | 'words' | 'changed'
}

/** A row of another table that a row belongs to: one table, or by the row's own kind (in column `by`) one of several. */
export type ParentOf = { column: string; table: string } | { column: string; by: string; each: Readonly<Record<string, string>> }

/** A table of a record, its parts included. */
export type TableFacts = {
  /** Its own name: `record.<record>`. Default: the table's name with dashes. */
  record?: string
  /** The row it belongs to: its scope, its right where it names none, and its currency. A row and all that belongs to it are one unit. */
  of?: ParentOf
  /** Summed up below the record it belongs to instead of standing by itself in the audit trail. */
  line?: true
  /** Rights to see it, beside the one to read the trail; left out: `<kind>.view`, or those of the record it belongs to. */
  view?: string | readonly string[]
  /** Columns that name a row, the first that says something. English names come first where somebody reads English. */
  title?: readonly string[]
  titleEn?: readonly string[]
  /** The page that shows it. */
  route?: string
  /** The columns that the audit trail shows. */
  columns?: Readonly<Record<string, RecordColumn>>
  /** Only rows with these keys are shown; the others stay within the office. */
  only?: readonly string[]
  /** Columns that the audit trail does not show, each with whether it leaves the hub. */
  internal?: Readonly<Record<string, ColumnClass>>
  states?: States
  /** Of a part that travels otherwise than its record. */
  sync?: SyncClass
}

// ---- records -----------------------------------------------------------------------------------------------------------------------------

/** Ready-made roles (access.ts) beside the owner, who has every right, and the auditor, who may view and export whatever does not name him. */
type Grants = Readonly<Record<string, readonly string[] | 'all'>>

/** A resource: what a permission is of (`<kind>.<action>`), and which ready-made roles begin with it. */
export type RightFacts = {
  actions: readonly string[]
  /** Rows carry ownerId and departmentId, so a role gives them a scope. */
  owned?: true
  grants: Grants
}

/** How numbers of a kind are made: `SC2026-0042` where they are counted by year, `C0042` where they are not. */
export type SeriesFacts = { prefix: string; yearly: boolean; name?: string }

/** What waits for somebody's yes. `as`: the resource by whose rights it is seen and submitted, where that is not the record's own. */
export type ApprovableFacts = { switch: string; as?: string }

/** A code, number or name that exists once, however it is typed. */
export type Once = {
  /** The commands' field of the same name holds it. */
  column: string
  /** Commands that refuse one that another record has. */
  commands: readonly string[]
  /** Once among those that have these in common; the commands' fields of the same names, or what the record has. */
  within?: readonly string[]
  /** As `within`, compared as words: width, case, signs and blanks do not count. */
  alike?: string
  /** Rows that have this value free their code. */
  except?: Readonly<Record<string, string>>
  /** Column whose value names the other row, when it is not the code itself. */
  name?: string
}

/**
 * Carries files. `add`: rights of which any lets somebody add, replace and bin them; left out, the right to edit the record, or else to make one. `figure`:
 * what its papers tell, beside the record itself: shown only to who may see it.
 */
export type Attachable = true | { add?: readonly string[]; figure?: Figure }

/** A paper that records of a kind are printed as: what it says stands in the record's module (main/records/papers). */
export type PaperFacts = {
  /** Begins the name of its file. */
  code: string
  /** In which language: as its party reads, or always the same. */
  language: 'of-party' | 'en' | 'zh' | 'en-zh'
  /** A right it needs beside those that show the record. */
  permission?: string
  /** What it tells, beside the record itself: printed only for who may see it. */
  figure?: Figure
  /** For our own eyes: each page says so. */
  internal?: true
  /** Covers a span of days instead of standing for the record alone. */
  period?: true
  /** Bears no seal and no signature of ours. */
  unsealed?: true
  /** A seal may go across its pages (骑缝章), where it is in Chinese. */
  acrossPages?: true
  /**
   * Parts that a template may leave out, by their keys: what the paper says beside its record, such as an estimate or where to pay. All others are of the document and
   * stay whatever a template says.
   */
  leavesOut?: readonly string[]
  /** Its columns want a sheet laid across, unless a template says otherwise. */
  landscape?: true
}

export type RecordFacts = TableFacts &
  Partial<RightFacts> & {
    table: string
    sync: SyncClass
    /** What exists once among all rows of the table. */
    once?: readonly Once[]
    /** Where one table holds several kinds: the column that tells them apart and this kind's values. */
    rows?: { column: string; values: readonly string[] }
    /** Without an owner of its own it is seen in the scope of the row that a column names; left out: of the row it belongs to (`of`), if to any. */
    scopedBy?: { column: string; table: string }
    /** Tables whose rows are parts of this record: lines and whatever has no life of its own. */
    parts?: Readonly<Record<string, TableFacts>>
    series?: SeriesFacts
    /** Found by name or number (Ctrl+K). */
    searchable?: true
    /** Where a link that knows only the id leads, when that is not the page that shows the record. */
    linksTo?: string
    approvable?: ApprovableFacts
    /** Signed versions are amended, never edited. */
    amendable?: true
    attachable?: Attachable
    /** Its papers, with those of other records that go in together with them, are also one file (main/records/papers, `papersBeside`). */
    paperSet?: true
    /** By their kinds, in the order in which they are offered. */
    papers?: Readonly<Record<string, PaperFacts>>
  }

/** A kind of record. `kind` is its name everywhere: in rights, series, states, routes, search. */
export const record = <const K extends string, const F extends RecordFacts>(kind: K, facts: F): { kind: K } & F => ({ kind, ...facts })
/** A right that belongs to no kind of record. */
export const right = <const K extends string, const F extends RightFacts>(kind: K, facts: F): { kind: K } & F => ({ kind, ...facts })

const columns = columnsOf<Figure>()
type Extra = Omit<RecordColumn, 'kind'>
/** The usual columns of a record. */
export const column = {
  ...columns,
  /** An id, shown by the name of the row it means. */
  named: (table: string, extra: Extra = {}): RecordColumn => ({ kind: 'text', names: table, ...extra }),
  formed: (form: NonNullable<RecordColumn['form']>, extra: Extra = {}): RecordColumn => ({ kind: 'text', form, ...extra }),
  /** One of the words of a group, e.g. a state. */
  word: (group: string): RecordColumn => columns.enum(group, []),
}
