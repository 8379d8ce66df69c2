export function pack(options: string[]): Promise<boolean>
