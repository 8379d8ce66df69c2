// What a shipment is insured for: sum, premium, and the least that its term asks. Pure. Rule H59 in SPEC.md; golden case C6 of papers.
import { minorUnits } from '../../../preload/contract/vocabulary/currency.ts'
import { Decimal, ofScaled, toInteger } from '../../../preload/contract/vocabulary/decimal.ts'
import type { Incoterm } from '../../../preload/contract/vocabulary/incoterm.ts'
import { allRisksWords } from '../../records/papers/index.ts'

/** Minor units of the invoice with so many per cent (scaled) more, always up: to the next minor unit, or to the next whole unit of the currency. */
export const sumInsured = (invoice: number, markup: number, currency: string, isWhole: boolean): number => {
  const sum = new Decimal(invoice).times(ofScaled(markup, 'percent').plus(100)).div(100)
  const unit = isWhole ? new Decimal(10).pow(minorUnits(currency)) : new Decimal(1)
  return sum.div(unit).ceil().times(unit).toNumber()
}
/** 110 % of the invoice (UCP 600 art. 28 f ii; Incoterms 2020 for CIF and CIP). */
export const leastInsured = (invoice: number, currency: string): number => sumInsured(invoice, 100_000, currency, false)
/** `rate`: per cent (scaled); half-up. */
export const premiumOf = (insured: number, rate: number): number =>
  toInteger(new Decimal(insured).times(ofScaled(rate, 'percent')).div(100))

/** By CIF and CIP the seller owes the buyer an insurance; by the D terms he insures his own risk. */
export const isInsuredForBuyer = (incoterm: Incoterm | null): boolean => incoterm === 'CIF' || incoterm === 'CIP'
export const isInsuredBySeller = (incoterm: Incoterm | null): boolean => isInsuredForBuyer(incoterm) || incoterm?.startsWith('D') === true

/** The least that Incoterms 2020 ask: clauses (A) by CIP, (C) by CIF. */
export const leastConditions = (incoterm: Incoterm | null): string => `INSTITUTE CARGO CLAUSES (${incoterm === 'CIP' ? 'A' : 'C'})`
/** Whether conditions as typed cover all risks, as CIP asks. */
export const coverAllRisks = (conditions: string): boolean => {
  const plain = conditions.replaceAll(/\s/g, '').toUpperCase()
  return allRisksWords.some((words) => plain.includes(words))
}
