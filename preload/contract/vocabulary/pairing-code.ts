// The code with which a PC joins the office (SEC27): 80 bits of the fingerprint of the company's certificate and a secret of 50 bits, as 26 letters and digits
// that cannot be taken for one another. With the office's address before it, it is a link, which may also stand in a QR code.

/** Crockford's base 32: without I, L, O and U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const FINGERPRINT_LETTERS = 16
const SECRET_LETTERS = 10
const LINK = 'tradewind://join/'
/** The name under which desks know an office, whatever its address: it stands in every certificate that an office shows. */
export const OFFICE_NAME = 'office.tradewind.internal'
/** Where an office is reached unless it says otherwise. */
export const OFFICE_PORT = 5180

export const SECRET_PATTERN = /^[0-9A-HJKMNP-TV-Z]{10}$/

/** Bytes as letters, five bits each; bits beyond the last whole letter are left out. */
export const lettersOf = (bytes: Uint8Array): string => {
  let [bits, value, text] = [0, 0, '']
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff
    bits += 8
    for (; bits >= 5; bits -= 5) text += ALPHABET[(value >> (bits - 5)) & 31]
  }
  return text
}

/** The part of a certificate's SHA-256 that stands in the code. */
export const fingerprintOf = (sha256: Uint8Array): string => lettersOf(sha256).slice(0, FINGERPRINT_LETTERS)
/** A new secret, of bytes by chance: seven or more. */
export const secretOf = (chance: Uint8Array): string => lettersOf(chance).slice(0, SECRET_LETTERS)

/** As it is shown: five groups. */
export const pairingCode = (fingerprint: string, secret: string): string =>
  `${fingerprint}${secret}`.replace(/^(.{5})(.{5})(.{6})(.{5})(.{5})$/, '$1-$2-$3-$4-$5')

export type Invitation = {
  /** Host and port; null where the code alone was given. */
  address: string | null
  fingerprint: string
  secret: string
}
/** The link that says where the office is and lets one PC join it; `address`: host and port. */
export const invitationLink = (address: string, fingerprint: string, secret: string): string =>
  `${LINK}${address}/${pairingCode(fingerprint, secret)}`

/** What is alike is taken for what was meant: o for 0, i and l for 1. */
const asShown = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')

/** Host and port of an office, as it may be typed: `192.168.1.20:5180`, with or without https:// before it; undefined when it is none. */
export const officeAddress = (text: string): string | undefined => {
  const typed = text.normalize('NFKC').trim()
  if (typed === '' || /\s/.test(typed)) return undefined
  try {
    const url = new URL(typed.includes('://') ? typed : `https://${typed}`)
    const isPlain = url.protocol === 'https:' && url.username === '' && url.pathname === '/' && url.search === '' && url.hash === ''
    if (url.port === '0') return undefined
    const given = /:(\d+)\/?$/.exec(typed)?.[1]
    return isPlain && url.hostname !== '' ? `${url.hostname}:${given === undefined ? OFFICE_PORT : Number(given)}` : undefined
  } catch {
    return undefined
  }
}

/** Reads a link or a code, however it was typed or copied; undefined when it is neither. */
export const readInvitation = (text: string): Invitation | undefined => {
  const typed = text.trim()
  const isLink = typed.toLowerCase().startsWith(LINK)
  const rest = isLink ? typed.slice(LINK.length) : typed
  const at = isLink ? rest.lastIndexOf('/') : -1
  const address = isLink ? officeAddress(rest.slice(0, Math.max(at, 0))) : null
  const letters = asShown(rest.slice(at + 1))
  const isCode = letters.length === FINGERPRINT_LETTERS + SECRET_LETTERS && [...letters].every((letter) => ALPHABET.includes(letter))
  if (address === undefined || !isCode) return undefined
  return { address, fingerprint: letters.slice(0, FINGERPRINT_LETTERS), secret: letters.slice(FINGERPRINT_LETTERS) }
}
