// The connection of a joined desk to its office: TLS 1.3, trusting the company's certificate authority alone and never the operating system's store (SEC26). The
// office is known by its own name, whatever its address.
import https from 'node:https'
import { connect, type TLSSocket } from 'node:tls'
import { createHash, X509Certificate } from 'node:crypto'
import { fingerprintOf, OFFICE_NAME } from '../../../preload/contract/vocabulary/pairing-code.ts'

const CONNECT_MS = 5000

export type Place = { host: string; port: number }
/** Host and port of `192.168.1.20:5180` or `[fd00::1]:5180`. */
export const placeOf = (address: string): Place => {
  const { hostname, port } = new URL(`https://${address}`)
  return { host: hostname.replaceAll(/[[\]]/g, ''), port: Number(port === '' ? 443 : port) }
}

export const pinned = (certificate: string) =>
  ({ ca: certificate, servername: OFFICE_NAME, minVersion: 'TLSv1.3', rejectUnauthorized: true }) as const
/** As many as a browser opens to one place: a desk that asks for more waits, and a hub is not flooded by one desk. */
const MOST_CONNECTIONS = 6
/** Connections that are kept for the next request. */
export const pinnedAgent = (certificate: string): https.Agent =>
  new https.Agent({ keepAlive: true, maxSockets: MOST_CONNECTIONS, timeout: 120_000, ...pinned(certificate) })

const fingerprint = (raw: Buffer): string => fingerprintOf(createHash('sha256').update(raw).digest())
/** Of a certificate in PEM, as it stands in the code with which a PC joins. */
export const authorityFingerprint = (certificate: string): string => fingerprint(new X509Certificate(certificate).raw)

/** Nothing that answers at this address shows the certificate whose fingerprint stands in the code. */
export class OtherOffice extends Error {}

/**
 * The certificate of the authority behind whatever answers at this address, when it has this fingerprint. Nothing is sent: whoever answers learns only that
 * somebody looked. What it is worth is decided by the fingerprint alone, which came another way; a connection that trusts it is made anew.
 * @throws OtherOffice for any other fingerprint; the error of the connection when nothing answers
 */
export const certificateAt = ({ host, port }: Place, wanted: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket: TLSSocket = connect(
      { host, port, servername: OFFICE_NAME, minVersion: 'TLSv1.3', rejectUnauthorized: false, timeout: CONNECT_MS },
      () => {
        const chain: Buffer[] = []
        let shown = socket.getPeerCertificate(true)
        while (shown?.raw && !chain.some((raw) => raw.equals(shown.raw))) {
          chain.push(shown.raw)
          shown = shown.issuerCertificate
        }
        socket.destroy()
        const authority = chain.find((raw) => fingerprint(raw) === wanted)
        if (!authority) return reject(new OtherOffice(`another certificate at ${host}:${port}`))
        resolve(new X509Certificate(authority).toString())
        return undefined
      },
    )
    socket.once('timeout', () => socket.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })))
    socket.once('error', reject)
  })
