// The code with which a PC joins: whatever is made reads back, however it was typed or copied; whatever else is no code. Rules D5, D11 of desks, SEC27.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fingerprintOf,
  invitationLink,
  lettersOf,
  OFFICE_PORT,
  officeAddress,
  pairingCode,
  readInvitation,
  SECRET_PATTERN,
  secretOf,
} from './pairing-code.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const fingerprint = bytes(32).map(fingerprintOf)
const secret = bytes(8).map(secretOf)
const port = fc.integer({ min: 1, max: 65_535 })
const host = fc.oneof(
  fc.ipV4(),
  fc.constantFrom('[fd00::2]', '[2001:db8::1]', '[::1]'),
  fc.constantFrom('hub', 'hub.local', 'office.example.com'),
)
/** Chosen anew for each letter. */
const often = fc.infiniteStream(fc.nat())

describe('letters', () => {
  test('[SEC27] of bytes are five bits each, in their order', () => {
    // From the table of Crockford's base 32.
    expect(lettersOf(new Uint8Array([0, 0, 0, 0, 0]))).toBe('00000000')
    expect(lettersOf(new Uint8Array([255, 255, 255, 255, 255]))).toBe('ZZZZZZZZ')
    expect(lettersOf(new Uint8Array([0x08, 0x86, 0x42, 0x98, 0xe8]))).toBe('12345678')
    expect(lettersOf(new Uint8Array([0xff]))).toBe('Z')
  })

  test('[SEC27] as a number they are the number that the bytes are: no bit is lost, moved or made up', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (given) => {
        const bits = [...given].map((byte) => byte.toString(2).padStart(8, '0')).join('')
        const read = [...lettersOf(given)].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
        expect(read).toBe(bits.slice(0, bits.length - (bits.length % 5)))
      }),
    )
  })

  test('[D5] a secret has ten of them, a fingerprint sixteen', () => {
    fc.assert(
      fc.property(bytes(8), bytes(32), (chance, sha256) => {
        expect(secretOf(chance)).toMatch(SECRET_PATTERN)
        expect(secretOf(chance)).toBe(lettersOf(chance).slice(0, 10))
        // 80 bits: ten bytes of the SHA-256.
        expect(fingerprintOf(sha256)).toBe(lettersOf(sha256.slice(0, 10)))
        expect(fingerprintOf(sha256)).toHaveLength(16)
      }),
    )
  })
})

describe('a code', () => {
  test('[D5] is five groups', () => expect(pairingCode('0123456789ABCDEF', 'GHJKMNPQRS')).toBe('01234-56789-ABCDEF-GHJKM-NPQRS'))

  test('[D5] reads back as it was made, alone and in a link with the address', () => {
    fc.assert(
      fc.property(fingerprint, secret, host, port, (print, hidden, at, number) => {
        expect(readInvitation(pairingCode(print, hidden))).toEqual({ address: null, fingerprint: print, secret: hidden })
        const address = `${at}:${number}`
        expect(readInvitation(invitationLink(address, print, hidden))).toEqual({ address, fingerprint: print, secret: hidden })
      }),
    )
  })

  test('[D5] reads back in any case and spacing, with o for 0, i and l for 1, full-width, and with blanks around', () => {
    const spaces = ['', ' ', '-', ' - ', '\n', '\u3000', '\t', '\u00a0']
    const twins: Record<string, string[]> = { 0: ['0', 'O', 'o'], 1: ['1', 'I', 'i', 'l', 'L'] }
    fc.assert(
      fc.property(fingerprint, secret, often, fc.boolean(), (print, hidden, chance, isWide) => {
        const pick = <T>(among: readonly T[]): T => among[chance.next().value % among.length]!
        const typed = [...`${print}${hidden}`].map((letter) => {
          const one = pick(twins[letter] ?? [letter, letter.toLowerCase()])
          const wide = isWide && /[!-~]/.test(one) ? String.fromCodePoint(one.codePointAt(0)! + 0xfee0) : one
          return `${pick(spaces)}${wide}`
        })
        expect(readInvitation(` ${typed.join('')}\n`)).toEqual({ address: null, fingerprint: print, secret: hidden })
      }),
    )
  })

  test('[D5] with a letter too few, too many, or that is none, is none', () => {
    const strange = fc.constantFrom('U', 'u', '!', '*', '_', '/', '.', ':', 'é', '风')
    fc.assert(
      fc.property(fingerprint, secret, fc.nat(25), strange, (print, hidden, at, sign) => {
        const code = `${print}${hidden}`
        expect(readInvitation(code.slice(0, at) + code.slice(at + 1))).toBeUndefined()
        expect(readInvitation(`${code.slice(0, at)}0${code.slice(at)}`)).toBeUndefined()
        expect(readInvitation(code.slice(0, at) + sign + code.slice(at + 1))).toBeUndefined()
      }),
    )
  })

  test('[D11] whatever else is typed is none, and breaks nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const letters = text.replaceAll(/[\s-]/g, '')
        fc.pre(letters.length !== 26)
        expect(readInvitation(text)).toBeUndefined()
        expect(readInvitation(`tradewind://join/${text}`)).toBeUndefined()
      }),
    )
    for (const text of ['', ' ', 'tradewind://join/', 'tradewind://join//', 'tradewind://customers', 'https://192.168.1.20:5180/'])
      expect(readInvitation(text)).toBeUndefined()
  })

  test('[D11] a link without an address, or with one that is none, is no link', () => {
    const code = pairingCode('0123456789ABCDEF', 'GHJKMNPQRS')
    for (const address of [
      '',
      ' ',
      '192.168.1.20:70000',
      'a b:5180',
      'me@hub:5180',
      'hub:5180/x',
      'http://hub:5180',
      'hub:5180?x',
      'hub:x',
    ])
      expect(readInvitation(`tradewind://join/${address}/${code}`), address).toBeUndefined()
    expect(readInvitation(`TRADEWIND://JOIN/hub:5180/${code}`)).toMatchObject({ address: 'hub:5180' })
  })
})

describe('an address', () => {
  test('[D11] is a host and a port, with or without https:// before it and a slash behind', () => {
    fc.assert(
      fc.property(host, port, (at, number) => {
        const address = `${at}:${number}`
        for (const typed of [address, `https://${address}`, `https://${address}/`, `HTTPS://${address}`, ` ${address} `])
          expect(officeAddress(typed), typed).toBe(address)
      }),
    )
  })

  test('[D11] without a port has the usual one', () => {
    fc.assert(
      fc.property(host, (at) => {
        for (const typed of [at, `${at}:`, `https://${at}`, `https://${at}/`])
          expect(officeAddress(typed), typed).toBe(`${at}:${OFFICE_PORT}`)
      }),
    )
  })

  test('[D11] is read as it was meant when typed full-width or with an upper-case name', () => {
    expect(officeAddress('１９２．１６８．１．２０：５１８０')).toBe('192.168.1.20:5180')
    expect(officeAddress('Hub.Local')).toBe('hub.local:5180')
  })

  test.each([
    ...['', ' ', '192.168.1.20 5180', '192.168.1.20:0', '192.168.1.20:65536', '192.168.1.20:-1', '192.168.1.20:x'],
    ...[
      'http://192.168.1.20:5180',
      'ftp://hub',
      'https://me:word@hub',
      'https://me@hub',
      'hub/office',
      'hub?x=1',
      'hub#x',
      'fd00::2',
      '[fd00::2',
      '300.1.1.1',
    ],
  ])('[D11] %j is none', (typed) => expect(officeAddress(typed)).toBeUndefined())
})
