export function chromiumProgram(): string | undefined
export function ensureTestMachine(): boolean
