// A short fingerprint of a text: the same text gives the same one, any change another.
import { createHash } from 'node:crypto'

/** 43 characters (SHA-256, base64url). */
export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('base64url')
