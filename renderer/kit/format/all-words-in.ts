// Finding by what is typed: each of the words anywhere in what something is called, in whichever order.
export const allWordsIn = (typed: string, ...called: readonly (string | undefined)[]): boolean => {
  const all = called.join(' ').toLowerCase()
  return typed
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
