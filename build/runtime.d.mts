export function electronProgram(folder: string): string
export function ensureRuntime(log?: (line: string) => void): Promise<string>
