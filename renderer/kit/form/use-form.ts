// The one form mechanism: what is typed is kept with the tab until the office has taken it; refusals find their field.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Answer } from '../../../preload/contract/envelope.ts'
import type { FieldIssue } from '../../../preload/contract/issues.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { type Problem, problemOf, rehearse, useTabState, useTabs } from '../../client/index.ts'
import { changedDraft, changedHere, changedThere, type Draft, rebased, same, type Seen, typedDraft, type TypedText } from './draft.ts'
import { answered, below, type Issues, issuesOf, noIssues, stillWrong, without } from './issues.ts'
import { leaveField } from './leave-field.ts'
import { useLeftProblem } from './use-left-problem.ts'

/** A field that can also be empty may hang on a value that cannot: what it then gives is refused by the office at that field. */
type Taking<T> = { take(value: T): void }['take']
/** How one field hangs on a form. Fields take it as props: `<TextField {...form.field('name')} />`. */
export type FieldBinding<T> = {
  name: string
  value: T
  onChange: Taking<T>
  /** The rule that the office or the field says is broken. */
  issue?: string
  /** Rules broken below this field, e.g. '3.price' of a list of lines. */
  issues?: Issues
  /** Text that stands in the field and is no value. */
  typed?: Readonly<Record<string, TypedText>>
  onTyped?: (typed: TypedText | null, below?: string) => void
}

/** The record a save is for: its id (a new one's is made once and kept), the revision that was seen. */
export type At = {
  id: string
  revision: number | undefined
  isNew: boolean
  /** Only looked at, not to be sent; commands keep to it by themselves. */
  looking?: true
}
export type FormOptions<V extends object, O> = {
  /** Only where a page holds several forms. */
  key?: string
  /** First values of a new record. */
  empty: () => V
  /** The record as the office has it; undefined while it is being read, and for a new one. */
  seen?: Seen<V>
  save?: (value: V, at: At) => Promise<Answer<O>>
  onSaved?: (outcome: O, at: At) => void
}

export type Form<V extends object> = {
  value: V
  id: string
  isNew: boolean
  dirty: boolean
  saving: boolean
  issues: Issues
  problem: Problem | null
  /** A field that no draft keeps, such as a password, has been changed: its issue is answered. */
  answer: (path: string) => void
  /** As it came, until the next answer; a new one each time. */
  refusal: Problem | null
  /** The office has a newer version than the one typed on: which fields it has changed, and which of them are typed over here too. */
  staleDraft: { there: readonly string[]; both: readonly string[] } | null
  /** True while the newer version is being looked at. */
  peeking: boolean
  canSave: boolean
  field<K extends keyof V & string>(name: K): FieldBinding<V[K]>
  set: (part: Partial<V>) => void
  /** First values that are known only after a moment, such as the rate of the day: nothing the user has typed, so nothing unsaved. */
  begin: (part: Partial<V>) => void
  /** Saves what is typed; the revision and id when the office has it, null when not. */
  save: () => Promise<At | null>
  /** Runs another command on the record, after saving what is typed. */
  perform: (run: (at: At) => Promise<Answer<unknown>>) => Promise<boolean>
  /** Does again what was refused last: the saving, or the command on the record. */
  again: () => void
  reset: () => void
  peek: (on: boolean) => void
  keepMine: () => void
  forgetProblem: () => void
}

const revisionOf = (outcome: unknown): number | undefined => {
  const revision = typeof outcome === 'object' && outcome !== null && 'revision' in outcome ? outcome.revision : undefined
  return typeof revision === 'number' ? revision : undefined
}
/** Stands in a field for a text that is no value: no schema takes it for one. */
const NO_VALUE = '?'
/** The draft's value with its unread texts in their places, to be looked at by the contract. */
const withTexts = <V extends object>({ value, typed }: Draft<V>): V =>
  Object.keys(typed).reduce<V>((all, path) => {
    const [field = '', id = '', below = ''] = path.split('.')
    if (!id.startsWith('#')) return { ...all, [field]: NO_VALUE }
    const lines = (all as Record<string, unknown>)[field] as { id?: unknown }[]
    return { ...all, [field]: lines.map((line) => (line.id === id.slice(1) ? { ...line, [below]: NO_VALUE } : line)) }
  }, value)

/** What the contract says of a draft in which texts are no values yet; null where a page cannot work with such a draft at all. */
const looked = async <V extends object>(
  save: (value: V, at: At) => Promise<Answer<unknown>>,
  draft: Draft<V>,
  at: At,
): Promise<Problem | null> => {
  try {
    return problemOf(await rehearse(() => save(withTexts(draft), { ...at, looking: true })))
  } catch {
    return null
  }
}

/** What the fields themselves say first, then what else the contract says. */
const allIssues = (own: readonly FieldIssue[], rest: Problem | null): Problem => {
  const found = rest && 'refused' in rest && rest.refused === 'invalid-input' ? (rest.data as { issues: FieldIssue[] }).issues : []
  const others = found.filter(({ path }) => !own.some((one) => path === one.path || path.startsWith(`${one.path}.`)))
  return { refused: 'invalid-input', data: { issues: [...own, ...others] } }
}

/** Lines are named by their id while they are typed in (`lines.#<id>.price`), by their place when they are spoken of. */
const placed = (path: string, value: object): string =>
  path.replace(/^(\w+)\.#([^.]+)/, (_all, list: string, id: string) => {
    const lines = (value as Record<string, unknown>)[list]
    return `${list}.${Array.isArray(lines) ? lines.findIndex((line: { id?: unknown }) => line.id === id) : id}`
  })

export const useForm = <V extends object, O = unknown>(options: FormOptions<V, O>): Form<V> => {
  const { key = 'form', empty, seen, save, onSaved } = options
  const tabs = useTabs()
  const [fresh, setFresh] = useState(() => ({ id: newId(), value: empty() }))
  const [kept, setKept] = useTabState<Draft<V> | null>(`draft.${key}`, null)
  // A draft of another record (the tab was taken over) is not this form's.
  const draft = kept && (seen === undefined || kept.id === seen.id) ? kept : null
  const [issues, setIssues] = useState<Issues>(noIssues)
  const [problem, setProblem] = useState<Problem | null>(null)
  const say = useCallback((what: Problem | null) => {
    setProblem(what)
    setIssues(issuesOf(what))
  }, [])
  const leave = useLeftProblem(key, seen?.id, say)
  const [saving, setSaving] = useState(false)
  const [peeking, setPeeking] = useState(false)
  /** What has just been saved, until the office's own version of it has been read. */
  const [saved, setSaved] = useState<{ value: V; over: number | undefined; revision: number | undefined; id: string } | null>(null)

  const settling = saved !== null && saved.over === seen?.revision && (seen === undefined || seen.id === saved.id)
  const base: Draft<V> = useMemo(
    () => ({
      id: seen?.id ?? (settling ? saved.id : fresh.id),
      value: settling ? saved.value : (seen?.value ?? fresh.value),
      from: settling ? saved.value : (seen?.value ?? fresh.value),
      revision: settling ? saved.revision : seen?.revision,
      typed: {},
    }),
    [seen, settling, saved, fresh],
  )
  const latest = useRef({ draft, base, save, onSaved, seen, saving })
  useLayoutEffect(() => {
    latest.current = { draft, base, save, onSaved, seen, saving: latest.current.saving }
  })

  const write = useCallback(
    (change: (draft: Draft<V>) => Draft<V> | null) => {
      const changed = change(latest.current.draft ?? latest.current.base)
      const next = changed && { ...changed, began: changed.began ?? new Date().toISOString() }
      latest.current.draft = next
      setKept(next)
    },
    [setKept],
  )
  const set = useCallback(
    (part: Partial<V>) => {
      const old = (latest.current.draft ?? latest.current.base).value
      for (const [field, value] of Object.entries(part))
        setIssues((all) => answered(all, field, (old as Record<string, unknown>)[field], value))
      write((now) => changedDraft(now, part))
    },
    [write],
  )

  const begin = useCallback(
    (part: Partial<V>) => {
      if (latest.current.draft) return set(part) // Typed in before they were there: they are part of the draft then.
      setFresh((old) => ({ ...old, value: { ...old.value, ...part } }))
    },
    [set],
  )

  const dirty = draft !== null
  useEffect(() => tabs.setDirty(dirty), [tabs, dirty])

  const runSave = useCallback(async (): Promise<At | null> => {
    const now = latest.current
    if (!now.save || now.saving) return null
    leaveField()
    const sent = latest.current.draft ?? latest.current.base
    const at: At = { id: sent.id, revision: sent.revision, isNew: latest.current.seen === undefined && sent.revision === undefined }
    const unread = Object.entries(sent.typed)
    if (unread.length > 0) {
      // What is missing elsewhere is told with it: nobody corrects a form in rounds.
      const own = unread.map(([path, { rule }]) => ({ path: placed(path, sent.value), rule }))
      say(allIssues(own, await looked(now.save, sent, at)))
      return null
    }
    latest.current.saving = true
    setSaving(true)
    try {
      const answer = await now.save(sent.value, at)
      say(problemOf(answer))
      if (!answer.ok) return null
      const revision = revisionOf(answer.value)
      setSaved({ value: sent.value, over: latest.current.seen?.revision, revision, id: sent.id })
      const typedOn = latest.current.draft
      // What was typed while the office was saving is a draft over what has been saved.
      const rest = typedOn && !same(typedOn.value, sent.value) ? { ...typedOn, from: sent.value, revision } : null
      latest.current.draft = rest
      setKept(rest)
      latest.current.onSaved?.(answer.value, at)
      return { ...at, revision, isNew: false }
    } finally {
      latest.current.saving = false
      setSaving(false)
    }
  }, [setKept, say])

  /** What was run on the record last; null when it was only saved. */
  const last = useRef<((at: At) => Promise<Answer<unknown>>) | null>(null)
  const perform = useCallback(
    async (run: (at: At) => Promise<Answer<unknown>>): Promise<boolean> => {
      last.current = run
      const now = latest.current
      const at: At | null =
        now.draft || (now.seen === undefined && now.base.revision === undefined)
          ? await runSave()
          : { id: now.base.id, revision: now.base.revision, isNew: now.seen === undefined }
      if (!at) return false
      const failed = problemOf(await run(at))
      say(failed)
      leave(failed, at.id)
      return failed === null
    },
    [runSave, say, leave],
  )

  const remaining = useMemo(() => stillWrong(problem, issues), [problem, issues])
  const saveOnly = useCallback(() => {
    last.current = null
    return runSave()
  }, [runSave])

  const shown = draft ?? base
  const stale = draft !== null && !settling && draft.revision !== undefined && draft.revision !== seen?.revision
  const there = draft && seen && stale ? changedThere(draft, seen) : null
  const staleDraft = draft && there ? { there, both: there.filter((field) => changedHere(draft).includes(field)) } : null
  const value = peeking && seen ? seen.value : shown.value
  const complain = (text: TypedText | null, path: string) => write((now) => typedDraft(now, path, text))

  return {
    value,
    id: shown.id,
    isNew: seen === undefined && shown.revision === undefined,
    dirty,
    saving,
    issues,
    problem: remaining,
    answer: (path) => setIssues((all) => without(all, path)),
    refusal: problem,
    staleDraft,
    peeking: peeking && staleDraft !== null,
    canSave: save !== undefined,
    field: (name) => ({
      name,
      value: value[name],
      onChange: (next) => set({ [name]: next } as unknown as Partial<V>),
      issue: issues[name],
      issues: below(issues, name),
      typed: shown.typed,
      onTyped: (text, under) => complain(text, under === undefined ? name : `${name}.${under}`),
    }),
    set,
    begin,
    save: saveOnly,
    perform,
    again: () => void (last.current ? perform(last.current) : runSave()),
    reset: () => {
      latest.current.draft = null
      setKept(null)
      say(null)
      setPeeking(false)
    },
    peek: setPeeking,
    keepMine: () => {
      if (latest.current.seen) write((now) => rebased(now, latest.current.seen!))
      setProblem(null)
      setPeeking(false)
    },
    forgetProblem: () => setProblem(null),
  }
}
