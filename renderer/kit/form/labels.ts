// What the fields of one form are called on it, by path, so that a refusal speaks of them in the form's own words.
import { useEffect, useSyncExternalStore } from 'react'

export type Labels = {
  /** The label on the form; undefined for what has no field there. Places of lines do not matter: 'lines.3.price' is the column 'lines.price'. */
  of: (path: string) => string | undefined
  /** Says what a field is called for as long as it stands there; gives back its taking away. */
  put: (path: string, label: string) => () => void
  subscribe: (heard: () => void) => () => void
  version: () => number
}

/** 'lines.3.price' → 'lines.price'. */
const plain = (path: string): string =>
  path
    .split('.')
    .filter((part) => !/^(\d+|#.*)$/.test(part))
    .join('.')

export const newLabels = (): Labels => {
  const known = new Map<string, string>()
  const listeners = new Set<() => void>()
  let version = 0
  const say = () => {
    version += 1
    for (const heard of listeners) heard()
  }
  return {
    of: (path) => known.get(plain(path)),
    put: (path, label) => {
      const at = plain(path)
      if (known.get(at) !== label) {
        known.set(at, label)
        say()
      }
      return () => void (known.get(at) === label && known.delete(at))
    },
    subscribe: (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    version: () => version,
  }
}

const nowhere: Labels = newLabels()
/** Puts names by path into the form's own, for as long as the component stands there. */
export const usePutLabels = (labels: Labels | undefined, named: Readonly<Record<string, string>>): void => {
  const text = JSON.stringify(named)
  useEffect(() => {
    if (!labels) return
    const away = Object.entries(JSON.parse(text) as Record<string, string>).map(([path, label]) => labels.put(path, label))
    return () => away.forEach((take) => take())
  }, [labels, text])
}

/** The name that a form has for a path; follows a switched language. */
export const useLabelOf = (labels: Labels = nowhere): Labels['of'] => {
  useSyncExternalStore(labels.subscribe, labels.version)
  return labels.of
}
