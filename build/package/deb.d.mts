export function asInstalled(program: string): void
export function makeDeb(): string
export const hubFiles: [from: string, to: string][]
