// The company's own certificate authority, made when the office is first opened to its network and kept with the books; and the certificate that the office
// shows, which it signs. Desks trust this authority and no other (SEC25, SEC26). Rules D1, D3 of desks.
import 'reflect-metadata' // x509 needs it before itself
import * as x509 from '@peculiar/x509'
import { createHash, randomBytes, webcrypto } from 'node:crypto'
import { isIP } from 'node:net'
import type { Sql } from '../../../db/open.ts'
import { fingerprintOf, OFFICE_NAME } from '../../../preload/contract/vocabulary/pairing-code.ts'

const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const
const DAY_MS = 86_400_000
const AUTHORITY_DAYS = 20 * 365
/** No longer than browsers take it from an authority of the company's own. */
const OFFICE_DAYS = 397
/** Before that much of it is left, a new one is made. */
const RENEW_DAYS = 60
/** Clocks of desks that go behind the office's see a certificate that is valid already. */
const SLACK_DAYS = 7

export type Authority = { certificate: string; privateKey: string }
export type OfficeCertificate = { key: string; cert: string; names: readonly string[]; renewAt: number }

x509.cryptoProvider.set(webcrypto as never)

const from = (now: number) => new Date(now - SLACK_DAYS * DAY_MS)
const until = (now: number, days: number) => new Date(now + days * DAY_MS)
const serial = () => `01${randomBytes(15).toString('hex')}`
const pemOfKey = async (key: CryptoKey) => x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key as never), 'PRIVATE KEY')
/** A name as a certificate takes it: signs that separate its parts are written out. */
const named = (company: string) => `CN=${company.replaceAll(/[,+"\\<>;=#\p{Cc}]/gu, (sign) => `\\${sign}`)}`

const makeAuthority = async (company: string, now: number): Promise<Authority> => {
  const keys = (await webcrypto.subtle.generateKey(KEY, true, ['sign', 'verify'])) as never as CryptoKeyPair
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...{ serialNumber: serial(), name: named(`${company} · Tradewind`), notBefore: from(now), notAfter: until(now, AUTHORITY_DAYS) },
    ...{ keys, signingAlgorithm: SIGNATURE },
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { certificate: certificate.toString('pem'), privateKey: await pemOfKey(keys.privateKey) }
}

export const readAuthority = (sql: Sql): Authority | undefined =>
  sql.prepare('SELECT certificate, privateKey FROM company_key').get() as Authority | undefined

/** The company's authority, made at first. `write` runs a function alone on the writing connection. */
export const companyAuthority = async (
  read: Sql,
  write: (work: (sql: Sql) => void) => Promise<unknown>,
  company: string,
  now: number,
): Promise<Authority> => {
  const known = readAuthority(read)
  if (known) return known
  const made = await makeAuthority(company, now)
  await write((sql) =>
    sql
      .prepare('INSERT OR IGNORE INTO company_key(id, certificate, privateKey, madeAt) VALUES (1, ?, ?, ?)')
      .run(made.certificate, made.privateKey, new Date(now).toISOString()),
  )
  return readAuthority(read) ?? made
}

/** The part of the authority's SHA-256 that stands in the code with which a desk joins. */
export const authorityFingerprint = ({ certificate }: Pick<Authority, 'certificate'>): string =>
  fingerprintOf(
    createHash('sha256')
      .update(Buffer.from(new x509.X509Certificate(certificate).rawData))
      .digest(),
  )

/** What the office shows at these names and addresses, with the authority behind it. */
export const officeCertificate = async (authority: Authority, names: readonly string[], now: number): Promise<OfficeCertificate> => {
  const issuer = new x509.X509Certificate(authority.certificate)
  const signingKey = await webcrypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(authority.privateKey), KEY, false, ['sign'])
  const keys = (await webcrypto.subtle.generateKey(KEY, true, ['sign', 'verify'])) as never as CryptoKeyPair
  const all = [...new Set([OFFICE_NAME, ...names])]
  const certificate = await x509.X509CertificateGenerator.create({
    ...{ serialNumber: serial(), subject: `CN=${OFFICE_NAME}`, issuer: issuer.subject, notBefore: from(now) },
    ...{ notAfter: until(now, OFFICE_DAYS), publicKey: keys.publicKey, signingKey: signingKey as never, signingAlgorithm: SIGNATURE },
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.1']), // of a TLS server
      new x509.SubjectAlternativeNameExtension(
        all.map((value) => ({ type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const), value })),
      ),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
    ],
  })
  const cert = `${certificate.toString('pem')}\n${authority.certificate}\n`
  return { key: await pemOfKey(keys.privateKey), cert, names: all, renewAt: now + (OFFICE_DAYS - RENEW_DAYS) * DAY_MS }
}
