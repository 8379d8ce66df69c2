import type { KeyObject } from 'node:crypto'
type Package = { name: string; platform: string; arch: string; kind: string }
export function writeRelease(given: {
  target: string
  folder: string
  product?: string
  version: string
  releasedAt?: string
  packages: Package[]
  privateKey: KeyObject
}): string
export function makeRelease(root: string, privateKey: KeyObject): string | undefined
