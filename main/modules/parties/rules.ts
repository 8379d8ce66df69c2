// Pure rules of parties: what two names, addresses or phones have in common, and which of a party's contacts change.
import { COMPANY_SUFFIXES, COMPANY_WORDS, LEADING_WORDS, SHARED_DOMAINS } from './seeds.ts'

/** A name for comparing: lower case, letters and figures alone, without legal forms. "Sunrise Co., Ltd." and "SUNRISE LIMITED" are one. */
export const normalName = (name: string): string => {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s&.,/()-]/gu, '')
    // "S.A." and "L.L.C." are words; other points and signs part words.
    .replaceAll(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((w) => w !== '')
  // Legal forms stand at the end, some at the beginning; a name of nothing but such words stays as it is.
  const last = words.findLastIndex((w) => !COMPANY_WORDS.has(w))
  const first = words.findIndex((w) => !LEADING_WORDS.has(w))
  let joined = (last < 0 || first > last ? words : words.slice(first, last + 1)).join('')
  for (;;) {
    const suffix = COMPANY_SUFFIXES.find((s) => joined.endsWith(s) && joined.length > s.length)
    if (suffix === undefined) return joined
    joined = joined.slice(0, -suffix.length)
  }
}

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
/** The last eight digits of the first number: with or without country code and leading zero they are the same. '' for fewer than seven. */
export const phoneDigits = (phone: string): string => {
  const first = phone.split(/[,;/|]/)[0] ?? ''
  const digits = first.replace(/(ext|x)\.?\s*\d+\s*$/i, '').replaceAll(/\D/g, '')
  return digits.length < 7 ? '' : digits.slice(-COMPARED_DIGITS)
}
