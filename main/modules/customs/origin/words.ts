// What is printed on a certificate of origin: the forms are English, whatever the reader's language is. The numbers are those of their boxes.
import type { OriginForm } from '../../../../preload/contract/modules/customs/origin.ts'

type FormWords = {
  title: string
  exporter: string
  consignee: string
  producer: string
  transport: string
  destination: string
  official: string
  item: string
  marks: string
  goods: string
  hsCode: string
  criterion: string
  origin: string
  quantity: string
  invoice: string
  remark: string
  declaration: string
  certification: string
  declare: (country: string) => string
  certify: string
}

/** '' for a box that the form does not have. */
export const formWords: Record<OriginForm, FormWords> = {
  co: {
    title: "CERTIFICATE OF ORIGIN OF THE PEOPLE'S REPUBLIC OF CHINA",
    exporter: '1. Exporter',
    consignee: '2. Consignee',
    producer: '',
    transport: '3. Means of transport and route',
    destination: '4. Country / region of destination',
    official: '5. For certifying authority use only',
    item: '',
    marks: '6. Marks and numbers',
    goods: '7. Number and kind of packages; description of goods',
    hsCode: '8. H.S. Code',
    criterion: '',
    origin: '',
    quantity: '9. Quantity',
    invoice: '10. Number and date of invoices',
    remark: '',
    declaration: '11. Declaration by the exporter',
    certification: '12. Certification',
    declare: () =>
      "The undersigned hereby declares that the above details and statements are correct, that all the goods were produced in China and that they comply with the Rules of Origin of the People's Republic of China.",
    certify: 'It is hereby certified that the declaration by the exporter is correct.',
  },
  'form-a': {
    title: 'GENERALIZED SYSTEM OF PREFERENCES CERTIFICATE OF ORIGIN (Combined declaration and certificate) FORM A',
    exporter: "1. Goods consigned from (Exporter's business name, address, country)",
    consignee: "2. Goods consigned to (Consignee's name, address, country)",
    producer: '',
    transport: '3. Means of transport and route (as far as known)',
    destination: '',
    official: '4. For official use',
    item: '5. Item',
    marks: '6. Marks and numbers',
    goods: '7. Number and kind of packages; description of goods',
    hsCode: '',
    criterion: '8. Origin criterion',
    origin: '',
    quantity: '9. Gross weight or other quantity',
    invoice: '10. Number and date of invoices',
    remark: '',
    declaration: '12. Declaration by the exporter',
    certification: '11. Certification',
    declare: (country) =>
      `The undersigned hereby declares that the above details and statements are correct; that all the goods were produced in CHINA and that they comply with the origin requirements specified for those goods in the Generalized System of Preferences for goods exported to ${country}.`,
    certify: 'It is hereby certified, on the basis of control carried out, that the declaration by the exporter is correct.',
  },
  rcep: {
    title: 'CERTIFICATE OF ORIGIN Form RCEP (REGIONAL COMPREHENSIVE ECONOMIC PARTNERSHIP AGREEMENT)',
    exporter: "1. Goods consigned from (Exporter's name, address and country)",
    consignee: "2. Goods consigned to (Importer's / Consignee's name, address and country)",
    producer: "3. Producer's name, address and country (if known)",
    transport: '4. Means of transport and route (if known)',
    destination: '',
    official: '5. For official use',
    item: '6. Item',
    marks: '7. Marks and numbers',
    goods: '8. Number and kind of packages; description of goods',
    hsCode: '9. HS Code',
    criterion: '10. Origin criterion',
    origin: '11. Country of origin',
    quantity: '12. Quantity, and FOB value with RVC',
    invoice: '13. Number and date of invoices',
    remark: '14. Remarks',
    declaration: '15. Declaration by the exporter or producer',
    certification: '16. Certification',
    declare: (country) =>
      `The undersigned hereby declares that the above details and statements are correct and that the goods covered in this certificate comply with the requirements specified for these goods in the Regional Comprehensive Economic Partnership Agreement. These goods are exported to: ${country}.`,
    certify:
      'On the basis of control carried out, it is hereby certified that the information herein is correct and that the goods described comply with the origin requirements specified in the Regional Comprehensive Economic Partnership Agreement.',
  },
}

export const originWords = {
  certificateNumber: 'Certificate No.',
  departure: 'DEPARTURE DATE',
  vessel: 'VESSEL / FLIGHT',
  discharge: 'PORT OF DISCHARGE',
  from: 'FROM',
  to: 'TO',
  via: 'VIA',
  of: 'OF',
  grossWeight: 'G.W.',
  fob: 'FOB',
  say: 'SAY',
  only: 'ONLY',
  /** Nothing may be added below the last line of goods. */
  end: '***',
  packedWith: (goods: string) => `PACKED TOGETHER WITH ${goods}`,
  exporter: 'Exporter',
  authority: 'Certifying authority',
  placeAndDate: 'Place and date',
  signature: 'signature of authorised signatory',
  stamp: 'signature and stamp of certifying authority',
}
