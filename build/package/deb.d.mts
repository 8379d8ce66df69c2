export function asInstalled(program: string): void
export function makeDeb(): string
