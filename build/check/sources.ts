// Reads a TypeScript source for the boundary rules: what it imports, and its text with the comments blanked out.
import fs from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'

/** One import, re-export, dynamic or type import. `target` is a path of the tree for a relative one, else undefined. */
export type ImportLine = { line: number; specifier: string; target: string | undefined; typeOnly: boolean }
/** A source file. `code` is the text with every character of a comment replaced by a blank, so that lines stay where they are; `program` its syntax tree. */
export type Source = { file: string; imports: ImportLine[]; code: string; program: unknown }
/** Something that breaks a rule of the house. */
export type Violation = { file: string; line: number; rule: string }

/** The 1-based line of a character. */
export const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length

/** The package a bare specifier names: `@mui/material/Button` → `@mui/material`. */
export const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

type Found = { start: number; specifier: string; typeOnly: boolean }

/** `import('x').Y` in a type, and require('x'): the parser's import list leaves both out. */
function hiddenImports(code: string, known: ReadonlySet<number>): Found[] {
  const found: Found[] = []
  for (const match of code.matchAll(/\b(import|require)\(\s*(['"`])([^'"`]+)\2/g)) {
    if (!known.has(match.index)) found.push({ start: match.index, specifier: match[3] ?? '', typeOnly: match[1] === 'import' })
  }
  return found
}

function blankComments(text: string, comments: readonly { start: number; end: number }[]): string {
  let code = text
  for (const { start, end } of comments) {
    code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end)
  }
  return code
}

/** The text of a dynamic import's argument when it is a plain string. */
function literal(text: string, at: { start: number; end: number }): string | undefined {
  const quoted = text.slice(at.start, at.end)
  return /^(['"`])[^'"`$]*\1$/.test(quoted) ? quoted.slice(1, -1) : undefined
}

/** `import type …`, or every name in it marked as a type; an import for its side effect alone names nothing. */
const isTypeOnly = (code: string, start: number, entries: readonly { isType: boolean }[]): boolean =>
  /^(import|export)\s+type\b/.test(code.slice(start, start + 40)) || (entries.length > 0 && entries.every((entry) => entry.isType))

/**
 * Parses one source. A file the parser cannot read throws: nothing may pass unseen.
 * @param file path below the project's folder, with forward slashes
 */
export function readSource(file: string, text: string): Source {
  const parsed = parseSync(file, text)
  if (parsed.errors.length > 0) throw new Error(`${file}: ${parsed.errors[0]?.message ?? 'cannot be parsed'}`)
  const code = blankComments(text, parsed.comments)
  const found: Found[] = []
  for (const { start, moduleRequest, entries } of parsed.module.staticImports) {
    found.push({ start, specifier: moduleRequest.value, typeOnly: isTypeOnly(code, start, entries) })
  }
  for (const { start, entries } of parsed.module.staticExports) {
    const from = entries.find((entry) => entry.moduleRequest)?.moduleRequest
    if (from) found.push({ start, specifier: from.value, typeOnly: isTypeOnly(code, start, entries) })
  }
  for (const { start, moduleRequest } of parsed.module.dynamicImports) {
    found.push({ start, specifier: literal(text, moduleRequest) ?? '', typeOnly: false })
  }
  found.push(...hiddenImports(code, new Set(parsed.module.dynamicImports.map((one) => one.start))))
  const imports = found.map(({ start, specifier, typeOnly }) => {
    const target = specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : undefined
    return { line: lineOf(text, start), specifier, target, typeOnly }
  })
  return { file, imports, code, program: parsed.program }
}

/** This project's sources: path below its folder (forward slashes) → text. */
export function treeOf(root: string): Map<string, string> {
  const inFolders = ['preload', 'db', 'main', 'renderer', 'build']
    .filter((folder) => fs.existsSync(path.join(root, folder)))
    .flatMap((folder) => fs.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  const files = [...inFolders, ...fs.readdirSync(root)].map((file) => file.replaceAll('\\', '/')).filter((file) => /\.tsx?$/.test(file))
  return new Map(files.toSorted().map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')]))
}
