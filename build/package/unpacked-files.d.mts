export function unpackedFiles(root: string, system: 'linux' | 'win', arch: string): string[]
