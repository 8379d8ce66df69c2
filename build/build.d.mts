export function ensureBuilt(options?: { mode?: 'production' | 'development'; force?: boolean; releaseKey?: string }): Promise<void>
