export function ensureBuilt(options?: { mode?: 'production' | 'development'; force?: boolean }): Promise<void>
