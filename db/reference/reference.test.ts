// The shipped reference tables hold together: counts, unique codes, and every code that points to another table is found there.
import { statSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { minorUnits } from '../../preload/contract/vocabulary/currency.ts'
import { dateSchema } from '../../preload/contract/vocabulary/dates.ts'
import { Decimal, rateSchema } from '../../preload/contract/vocabulary/decimal.ts'
import { INCOTERMS } from '../../preload/contract/vocabulary/incoterm.ts'
import { cnyRates } from './cny-rates.ts'
import { carriers, containerTypes, countries, currencies, incoterms, units } from './index.ts'
import { ports } from './ports.ts'

const unique = (values: readonly string[]) => new Set(values).size === values.length
const countryCodes = new Set(countries.map((c) => c.alpha2))
const currencyCodes = new Set(currencies.map((c) => c.code))

describe('reference tables', () => {
  it('have their rows and unique codes', () => {
    expect({
      currencies: currencies.length,
      countries: countries.length,
      ports: ports.length,
      units: units.length,
      containerTypes: containerTypes.length,
      incoterms: incoterms.length,
      carriers: carriers.length,
      cnyRates: cnyRates.length,
    }).toEqual({
      currencies: 165,
      countries: 249,
      ports: 1644,
      units: 53,
      containerTypes: 11,
      incoterms: 11,
      carriers: 189,
      cnyRates: 11896,
    })
    expect(unique(currencies.map((c) => c.code))).toBe(true)
    expect(unique(countries.map((c) => c.alpha2))).toBe(true)
    expect(unique(ports.map((p) => p.unlocode))).toBe(true)
    expect(unique(units.map((u) => u.code))).toBe(true)
    expect(unique(units.map((u) => u.nameZh))).toBe(true)
    expect(unique(containerTypes.map((c) => c.code))).toBe(true)
    expect(unique(carriers.map((c) => c.scac))).toBe(true)
    expect(unique(cnyRates.map((r) => r.date + r.currency))).toBe(true)
  })

  it('give every name that must be there, trimmed', () => {
    for (const row of [...currencies, ...countries, ...units, ...containerTypes, ...incoterms]) {
      for (const name of [row.nameZh, row.nameEn]) expect(name).toBe(name.trim())
      expect(row.nameZh).not.toBe('')
      expect(row.nameEn).not.toBe('')
    }
    for (const row of [...ports, ...carriers]) {
      expect(row.nameEn).toMatch(/\S/)
      expect(row.nameZh).not.toBe('')
    }
  })

  it('agree with the vocabulary on minor units and Incoterms', () => {
    for (const c of currencies) expect([c.code, c.minorUnits]).toEqual([c.code, minorUnits(c.code)])
    const units = new Map(currencies.map((c) => [c.code, c.minorUnits]))
    expect(['CNY', 'USD', 'JPY', 'KRW', 'KWD', 'CLF'].map((c) => units.get(c))).toEqual([2, 2, 0, 0, 3, 4])
    expect(incoterms.map((i) => i.code)).toEqual([...INCOTERMS])
  })

  it('point only to countries and currencies that exist', () => {
    expect(ports.filter((p) => !countryCodes.has(p.country))).toEqual([])
    expect(ports.filter((p) => !/^[A-Z]{2}[A-Z2-9]{3}$/.test(p.unlocode))).toEqual([])
    expect(countries.filter((c) => c.currency !== null && !currencyCodes.has(c.currency))).toEqual([])
    expect(countries.filter((c) => c.dial !== null && !/^\d[\d-]*$/.test(c.dial))).toEqual([])
    expect(cnyRates.filter((r) => !currencyCodes.has(r.currency))).toEqual([])
  })

  it('know the ports of every day in Chinese', () => {
    const zh = new Map(ports.map((p) => [p.unlocode, p.nameZh]))
    expect(['CNSHA', 'CNNGB', 'CNYTN', 'DEHAM', 'NLRTM', 'USLAX'].filter((u) => !zh.get(u))).toEqual([])
    expect(ports.filter((p) => p.nameZh !== null).length).toBe(415)
  })

  it('hold the Incoterms rules in closed values', () => {
    const sides = new Set(['buyer', 'seller', 'seller-own-risk'])
    for (const i of incoterms) {
      expect(['any', 'sea']).toContain(i.transport)
      for (const side of [i.exportClearance, i.originInland, i.mainCarriage, i.insurance, i.unloadingAtDestination, i.importDuty])
        expect(sides).toContain(side)
    }
    const byCode = new Map(incoterms.map((i) => [i.code, i]))
    expect(byCode.get('FOB')?.mainCarriage).toBe('buyer')
    expect(byCode.get('CIF')?.insurance).toBe('seller')
    expect(byCode.get('DDP')?.importDuty).toBe('seller')
  })

  it('describe units with customs codes and containers with decimal text', () => {
    const code = (unit: string) => units.find((u) => u.code === unit)?.customsCode
    expect([code('PCS'), code('SET'), code('PAIR'), code('KG'), code('MT'), code('M3')]).toEqual(['011', '006', '025', '035', '070', '033'])
    const measures = containerTypes.flatMap((c) => [c.innerVolumeM3, c.usableVolumeM3, c.maxPayloadKg, c.tareKg])
    expect(measures.filter((m) => m !== null && !/^\d+(\.\d+)?$/.test(m))).toEqual([])
  })

  it('give yuan rates per one unit, in order of date, as exact decimals', () => {
    for (const r of cnyRates)
      if (!rateSchema.safeParse(r.rate).success || !dateSchema.safeParse(r.date).success) throw new Error(JSON.stringify(r))
    const dates = cnyRates.map((r) => r.date)
    expect(dates).toEqual(dates.toSorted())
    expect([dates[0], dates.at(-1)]).toEqual(['2005-04-01', '2026-04-13'])
    const on = (date: string, currency: string) => cnyRates.find((r) => r.date === date && r.currency === currency)?.rate
    expect(on('2026-04-13', 'USD')).toBe('6.832164')
    expect(on('2026-04-13', 'JPY')).toBe('0.04274538')
    expect(new Decimal(on('2005-04-01', 'JPY') ?? '0').times(100).toFixed(6)).toBe('7.712303')
    // Every working day from 2025, a month-end or week-end before.
    expect(new Set(dates.filter((d) => d >= '2025-01-01')).size).toBe(325)
    expect(on('2024-12-31', 'EUR')).toBeDefined()
    const months = new Set(dates.map((d) => d.slice(0, 7)))
    expect(months.size).toBe(253)
  })

  it('stay small enough to ship in the bundle', () => {
    const bytes = readdirSync(import.meta.dirname)
      .filter((f) => f.endsWith('.json'))
      .map((f) => statSync(`${import.meta.dirname}/${f}`).size)
    expect(bytes.reduce((a, b) => a + b, 0)).toBeLessThan(700_000)
  })
})
