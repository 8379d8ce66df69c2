export function pack(options: string[], releaseKey?: string): Promise<boolean>
