// By what a party is known beside its name: mail addresses, domains, phone and tax numbers, in the form in which two of them are compared.
import { plainText, withoutInvisible } from '../preload/contract/vocabulary/fold.ts'
import { SHARED_DOMAINS } from './reference/shared-domains.ts'

const ownDomain = (host: string): string => (host.includes('.') && !SHARED_DOMAINS.has(host) ? host : '')

/** Domain of a website: "https://www.sunrise.cn/en" → sunrise.cn; '' for none and for places that many share. */
export const webDomain = (website: string): string => {
  const host = website
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/^www\d?\./, '')
    .split(/[/?#:\s]/)[0]
  const parts = (host ?? '').split('.')
  // shop.alibaba.com is Alibaba's, not the shop's.
  return parts.some((_, i) => SHARED_DOMAINS.has(parts.slice(i).join('.'))) ? '' : ownDomain(host ?? '')
}

/** Domain of a mail address, the first when several are given; '' for none and for free mail. */
export const mailDomain = (email: string): string => {
  const host = /@([a-z0-9.-]+\.[a-z]{2,})/i.exec(email)?.[1]?.toLowerCase() ?? ''
  return ownDomain(host.replace(/^(mail|email)\./, ''))
}

/** The one domain that a party is known by: its website's, else its mail's. */
export const domainOf = (website: string, email: string): string => webDomain(website) || mailDomain(email)

const COMPARED_DIGITS = 8
/** The last eight digits of one number: with or without country code and leading zero they are the same. '' for fewer than seven. */
const digitsOf = (phone: string): string => {
  const digits = phone
    .normalize('NFKC')
    .replace(/(ext|x)\.?\s*\d+\s*$/i, '')
    .replaceAll(/\D/g, '')
  return digits.length < 7 ? '' : digits.slice(-COMPARED_DIGITS)
}
const SEVERAL = /[,;/|，；、]/
/** Of the first number. */
export const phoneDigits = (phone: string): string => digitsOf(phone.split(SEVERAL)[0] ?? '')

/** The addresses in a mail field, which may hold several, as they are compared. */
const addressesOf = (email: string): string[] =>
  email
    .split(/[;；,，\s<>]+/)
    .map((one) => withoutInvisible(one).normalize('NFKC').toLowerCase())
    .filter((one) => one.includes('@'))

export type MarkKind = 'mail' | 'domain' | 'phone' | 'tax'
export type Mark = { kind: MarkKind; mark: string }
/** A field that marks are made of. */
export type MarkSource = 'email' | 'website' | 'phone' | 'taxNumber'

const SHORTEST_TAX_NUMBER = 6
/** The marks that one field gives, in no order. */
export const marksOf = (source: MarkSource, text: string): Mark[] => {
  const made = (kind: MarkKind, marks: readonly string[]): Mark[] => marks.filter((m) => m !== '').map((mark) => ({ kind, mark }))
  if (source === 'website') return made('domain', [webDomain(text)])
  if (source === 'phone') return made('phone', text.split(SEVERAL).map(digitsOf))
  if (source === 'taxNumber') {
    const number = plainText(text)
    return made('tax', number.length < SHORTEST_TAX_NUMBER ? [] : [number])
  }
  const addresses = addressesOf(text)
  return [...made('mail', addresses), ...made('domain', addresses.map(mailDomain))]
}
