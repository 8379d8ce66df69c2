// The reference tables the product ships: currencies, countries, units, containers, Incoterms and carriers.
// Two long ones stand by themselves, loaded when somebody asks: ports.ts and cny-rates.ts.
// Data only, no database; where each table comes from and when stands in SOURCES.md beside the files.
import type { Currency as CurrencyCode } from '../../preload/contract/vocabulary/currency.ts'
import type { Incoterm as IncotermCode } from '../../preload/contract/vocabulary/incoterm.ts'
import carriersJson from './carriers.json' with { type: 'json' }
import customsCodesJson from './customs-codes.json' with { type: 'json' }
import containerTypesJson from './container-types.json' with { type: 'json' }
import countriesJson from './countries.json' with { type: 'json' }
import currenciesJson from './currencies.json' with { type: 'json' }
import incotermsJson from './incoterms.json' with { type: 'json' }
import unitsJson from './units.json' with { type: 'json' }

/** ISO 4217. `symbol` is the code where a currency has no sign of its own; codes without a minor unit (gold, test codes) are left out. */
export type CurrencyRow = { code: CurrencyCode; minorUnits: number; nameZh: string; nameEn: string; symbol: string }
/** ISO 3166-1. `dial` is the first international prefix without '+', `currency` the usual one; null where there is none. */
export type CountryRow = {
  alpha2: string
  alpha3: string
  nameZh: string
  nameEn: string
  dial: string | null
  currency: CurrencyCode | null
}
/** Units of measure as traders write them, with the unit code of the Chinese customs and, where there is one, of UN/ECE Rec. 20/21. */
export type UnitRow = { code: string; nameZh: string; nameEn: string; customsCode: string; unece: string | null }
/** Dry and special containers; metres, cubic metres and kilograms as decimal text. Payload and tare are typical, each owner's differ. */
export type ContainerTypeRow = {
  code: string
  iso6346: string
  nameZh: string
  nameEn: string
  innerLengthM: string | null
  innerWidthM: string | null
  innerHeightM: string | null
  innerVolumeM3: string | null
  usableVolumeM3: string | null
  maxPayloadKg: string | null
  usualCargoKg: string | null
  tareKg: string | null
  teu: string
}
/** Who bears a task under a term; 'seller-own-risk' is at the seller's risk and wish, without a duty to the buyer. */
export type TradeSide = 'buyer' | 'seller' | 'seller-own-risk'
/** Incoterms 2020: the transport a term suits and who arranges what. */
export type IncotermRow = {
  code: IncotermCode
  nameZh: string
  nameEn: string
  transport: 'any' | 'sea'
  riskPassesEn: string
  exportClearance: TradeSide
  originInland: TradeSide
  mainCarriage: TradeSide
  insurance: TradeSide
  insuranceMinimumEn: string
  unloadingAtDestination: TradeSide
  importDuty: TradeSide
}
/** Sea carriers by SCAC, former lines included. */
export type CarrierRow = { scac: string; nameEn: string; shortName: string; nameZh: string | null }

export const currencies: readonly CurrencyRow[] = currenciesJson
export const countries: readonly CountryRow[] = countriesJson
export const units: readonly UnitRow[] = unitsJson
export const containerTypes: readonly ContainerTypeRow[] = containerTypesJson
export const incoterms = incotermsJson as readonly IncotermRow[]
export const carriers: readonly CarrierRow[] = carriersJson
/** Lists of codes of the customs single window, as far as exports need them; a company corrects them (module customs). */
export const customsCodes: Readonly<Record<string, readonly { code: string; name: string }[]>> = customsCodesJson
