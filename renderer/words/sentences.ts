// What a table of sentences is: each in both languages, side by side.
export type Sentence = readonly [zh: string, en: string]
export type Sentences<K extends string = string> = Readonly<Record<K, Sentence>>

/** A table of sentences by their keys. `{{blank}}` is filled in when one is said. */
export const sentences = <K extends string>(table: Sentences<K>): Sentences<K> => table
