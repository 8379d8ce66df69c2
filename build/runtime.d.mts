export function electronProgram(folder: string): string
export const declaredElectron: string
export function ensureRuntime(options?: { newest?: boolean; log?: (line: string) => void }): Promise<string>
