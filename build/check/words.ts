// Words that a name may not be made of (docs/glossary.md, "Words that are not used"): an engineer of the field reads a name without a dictionary.
import type { Source, Violation } from './sources.ts'
import { lineOf } from './sources.ts'

/** What is declared: constants, functions and types. Fields are not looked at: stored views and callers of the API know them by name. */
const declared = /\b(?:const|let|function|type|interface)\s+([A-Za-z]\w*)/g

/** A word within a name in camel case or Pascal case → what to say instead. */
const words: readonly [word: RegExp, instead: string][] = [
  [/(^r|R)eckon/, 'calculate'],
  [/(^j|J)udge/, 'check'],
  [/(^u|^useS|S)ettle(?!ment)|^settle(?!ment)/, 'clear, recalculate or debounce'],
  [/(^s|S)tanding/, 'status, state or in force'],
  [/(^a|A)rrivals?$/, 'notification'],
  [/(^f|F)ollowUps?/, 'due item'],
  [/(^s|S)eats?$|(^t|T)akers?$/, 'assignee or deputy'],
  [/(^s|S)ight(?!$)|(^i|I)nSight$/, 'visibility'],
  [/^[wW]hose/, 'the thing itself: payer, owner'],
  [/(^o|O)vertaken/, 'stale'],
  [/^Typed(?!Text|Rules|Cell)|^typedOf/, 'form values, or the input of a command'],
  [/^(told|stood)$/, 'the thing itself: the refusal, the state before'],
  [/(^s|S)trangers?$/, 'out of scope or unknown'],
]

/** The names of a source that are made of an old word. */
export function wordViolations({ file, code }: Source): Violation[] {
  if (!/^(preload|db|main|renderer)\//.test(file) || /^db\/schema\/\d|\.test\.tsx?$|\/testing\//.test(file)) return []
  const violations: Violation[] = []
  for (const match of code.matchAll(declared)) {
    const name = match[1] ?? ''
    const found = words.find(([word]) => word.test(name))
    if (found) violations.push({ file, line: lineOf(code, match.index), rule: `"${name}": say ${found[1]} (docs/glossary.md)` })
  }
  return violations
}
