// What customs want to know of the goods, and the declarations and certificates of origin of the newest shipments.
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import type { Carried } from './recent-deals.ts'
import { customers, products } from './trade-data.ts'
import type { World } from './world.ts'

/** Alpha-3 of the countries of the demonstration's customers. */
const ALPHA_3: Readonly<Record<string, string>> = {
  ...{ DE: 'DEU', US: 'USA', AE: 'ARE', JP: 'JPN', GB: 'GBR', CL: 'CHL', EE: 'EST', CA: 'CAN', AU: 'AUS', NG: 'NGA' },
}
const DEAL_TERMS: Readonly<Record<string, string>> = { FOB: '3', CFR: '2', CIF: '1' }
/** The agreement of countries around the Pacific, where the buyer's has joined it. */
const RCEP: readonly string[] = ['JPN', 'AUS']
/** So many declarations, the newest shipments first. */
const DECLARED = 3

const newestShipped = (carried: readonly Carried[]): Carried[] =>
  carried
    .filter(({ plan, shipmentId }) => shipmentId !== null && plan.dispatched !== undefined)
    .toSorted((a, b) => a.plan.dispatched! - b.plan.dispatched!)

export const customsMatters = async (w: World, carried: readonly Carried[]): Promise<void> => {
  const data = { brandType: '3', preference: '0', legalUnit: '035', legalQuantity: '0', secondUnit: '', secondQuantity: '0' }
  // The last one waits for somebody to fill it in.
  for (const [at, id] of w.trade.products.slice(0, -1).entries()) {
    const [, , declaredName] = products[at]!
    await w.send('save-product-customs', {
      id,
      revision: 0,
      declaredName,
      elements: '详见产品说明',
      ...data,
      sourceArea: '33029',
      originCountry: 'CHN',
    })
  }
  for (const { plan, shipmentId } of newestShipped(carried).slice(0, DECLARED)) {
    const [, , country, , currency, port, incoterm] = customers[plan.customer]!
    const dealTerms = DEAL_TERMS[incoterm] ?? '3'
    await w.send('save-customs-declaration', {
      ...{ id: newId(), shipmentId: shipmentId!, exportOn: null, customsRegistration: '3302960001', exitOffice: '3104', exitPort: '宁波' },
      ...{ supervision: '0110', dutyNature: '101', dutyMode: '1', manualNumber: '', licenceNumber: '', producer: '', buyerAeo: '' },
      ...{ tradeCountry: ALPHA_3[country]!, destinationCountry: ALPHA_3[country]!, destinationPort: port, packaging: '22', dealTerms },
      ...{ sourceArea: '33029', feeCurrency: currency, freight: dealTerms === '3' ? null : 180_000 },
      ...{ insurance: dealTerms === '1' ? 9_500 : null, otherFees: null, attachedDocuments: '', remark: '', customsValues: [] },
    })
  }
}

/** Certificates of the newest shipments, and of the newest one to each member of the agreement. */
export const certificatesOfOrigin = async (w: World, carried: readonly Carried[]): Promise<void> => {
  const shipped = newestShipped(carried)
  const countryOf = ({ plan }: Carried) => ALPHA_3[customers[plan.customer]![2]]!
  const toMembers = RCEP.flatMap((member) => shipped.find((one) => countryOf(one) === member) ?? [])
  for (const one of new Set([...toMembers, ...shipped.slice(0, DECLARED)])) {
    const isRcep = RCEP.includes(countryOf(one))
    await w.send('save-origin-certificate', {
      ...{
        id: newId(),
        shipmentId: one.shipmentId!,
        originForm: isRcep ? 'rcep' : 'co',
        certificateNumber: '',
        declaredAt: 'NINGBO, CHINA',
      },
      ...{ declaredOn: null, destinationCountry: countryOf(one), consignee: '', via: '', remark: '' },
      manufacturer: isRcep ? 'NOT AVAILABLE' : '',
      goods: isRcep ? one.shipmentLines.map((lineId) => ({ id: newId(), lineId, criterion: 'CTC', fobValue: null })) : [],
    })
  }
}
