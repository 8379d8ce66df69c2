import type { KeyObject } from 'node:crypto'
export function releaseKeys(file?: string): { privateKey: KeyObject; publicPem: string }
