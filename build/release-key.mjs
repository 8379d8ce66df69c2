// The key with which releases are signed, and which the program trusts: the maker's where its file is given, otherwise one of this folder's own, made at the
// first build. A program made without the maker's key takes releases made with the same folder's key and no others.
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const ownKey = path.resolve(import.meta.dirname, '../.cache/release-key.pem')

/**
 * @param {string} [file] the private key in PEM (Ed25519)
 * @returns {{ privateKey: import('node:crypto').KeyObject, publicPem: string }}
 */
export function releaseKeys(file = ownKey) {
  if (file === ownKey && !fs.existsSync(ownKey)) {
    fs.mkdirSync(path.dirname(ownKey), { recursive: true })
    fs.writeFileSync(ownKey, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  }
  const privateKey = createPrivateKey(fs.readFileSync(file))
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`${file} is no Ed25519 key`)
  return { privateKey, publicPem: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString() }
}
