// An office for samples of papers: parties and goods whose names are as long as names are, accounts that two persons have confirmed, and every module that prints.
import { writableDb } from '../../../../db/tx.ts'
import type { CommandInput } from '../../../../preload/contract/commands.ts'
import { switchesOff } from '../../../../preload/contract/modules/people/calls.ts'
import { toScaled } from '../../../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import { aPartyRow, aProductRow, anInput } from '../../../testing/fixtures.ts'
import { moneyModules } from '../../../testing/money-modules.ts'
import { testOffice, type TestOffice, type TestUser } from '../../../testing/test-office.ts'
import { amendments } from '../../amendments/index.ts'
import { approvals } from '../../approvals/index.ts'
import { catalogue } from '../../catalogue/index.ts'
import { contracts } from '../../contracts/index.ts'
import { credit } from '../../credit/index.ts'
import { customs } from '../../customs/index.ts'
import { deals } from '../../deals/index.ts'
import { estimates } from '../../estimates/index.ts'
import { freight } from '../../freight/index.ts'
import { letters } from '../../letters-of-credit/index.ts'
import { parties } from '../../parties/index.ts'
import { profit } from '../../profit/index.ts'
import { purchasing } from '../../purchasing/index.ts'
import { quotations } from '../../quotations/index.ts'
import { shipments } from '../../shipments/index.ts'
import { papers } from '../index.ts'

export const CURRENCIES = ['USD', 'EUR', 'JPY', 'KWD', 'CNY'] as const
export type SampleCurrency = (typeof CURRENCIES)[number]
export const RATES: Record<SampleCurrency, string> = { USD: '7.1', EUR: '7.8', JPY: '0.05', KWD: '23.15', CNY: '1' }
/** Decimal places of amounts (ISO 4217), said here once more. */
export const MINOR_UNITS: Record<SampleCurrency, number> = { USD: 2, EUR: 2, JPY: 0, KWD: 3, CNY: 2 }

/** '1,234.500' of 1234500 thousandths. */
export const shown = (minor: number, currency: SampleCurrency): string => {
  const places = MINOR_UNITS[currency]
  return (minor / 10 ** places).toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places })
}
export const shownQuantity = (quantity: string): string => Number(quantity).toLocaleString('en-US', { maximumFractionDigits: 4 })

export const NAMES = {
  company: {
    name: '宁波市鄞州区信风远洋国际贸易进出口集团股份有限公司',
    nameEn: 'Ningbo Tradewind Ocean International Trading Import & Export Group Corporation Limited',
    address: '浙江省宁波市鄞州区首南街道天童南路 1000 号南部商务区信风远洋大厦 A 座 23 层 2301—2312 室，邮编 315100',
    addressEn:
      'Rooms 2301–2312, Floor 23, Tower A, Tradewind Ocean Building, No. 1000 South Tiantong Road, Shounan Subdistrict, Yinzhou District, Ningbo 315100, Zhejiang, China',
    phone: '+86 574 8888 0000',
    email: 'export@tradewind-ocean.example',
    taxNumber: '91330212MA2AHXXX0Y',
  },
  customer: {
    name: 'Hanseatische Groß- und Außenhandelsgesellschaft für Haushaltswaren, Gartenbedarf und Eisenwaren Jürgensen, Öström & Łukasiewicz Sp. z o.o. mbH & Co. Kommanditgesellschaft auf Aktien, Abteilung Einkauf',
    nameZh: '汉萨家居用品园艺器材五金制品进出口批发贸易有限责任公司（汉堡）亚太采购中心上海代表处',
    address: 'Am Sandtorkai 4711, Speicherstadt, Block W, Lagerboden 3\n20457 Hamburg',
    consignee: 'TO ORDER OF NORDDEUTSCHE LANDESHANDELSBANK FÜR AUSSENWIRTSCHAFT AG, DOKUMENTENABTEILUNG, HAMBURG',
    notifyParty: 'Same as buyer, and: Elbe Spedition und Zollagentur GmbH\nKöhlbranddeich 20, 20457 Hamburg, Tel. +49 40 0000000',
    marks: 'HANSEATISCHE\nPO-2026-000118\nHAMBURG\n1-200\nMADE IN CHINA',
  },
  factory: {
    name: '浙江省台州市黄岩区东方红五金标准件紧固件精密制造股份有限公司第二分公司',
    nameZh:
      'Zhejiang Taizhou Huangyan Dongfanghong Hardware Standard Fasteners Precision Manufacturing Joint Stock Co., Ltd. Second Branch',
    address: '浙江省台州市黄岩区江口街道永固路 188 号工业园区 7 幢 3 单元',
  },
  forwarder: {
    name: '宁波大港远洋国际船舶货运代理有限公司北仑集装箱拖车报关分公司',
    nameZh: 'Ningbo Grand Harbour Ocean International Freight Forwarding Co., Ltd. Beilun Container Haulage and Customs Branch',
    address: '宁波市北仑区梅山盐田大道 1 号',
  },
  bank: 'BANK OF CHINA LIMITED, NINGBO BRANCH, INTERNATIONAL SETTLEMENT DEPARTMENT\nNO. 139 YAOHANG STREET, HAISHU DISTRICT, NINGBO 315000, CHINA\nSWIFT BKCHCNBJ92A',
} as const

/** What the goods of a line are called: plain, long, or long without a blank. */
export const goodsOf = (no: number): { code: string; description: string; nameZh: string } => {
  if (no % 20 === 2)
    return {
      code: `BT-${no}`,
      description: `Stainless steel hexagon head bolt no. ${no}, ISO 4017, A4-80, M12 × 120, full thread, passivated, each in a polybag with a bar code label, 24 to an inner box`,
      nameZh: `第 ${no} 号不锈钢外六角全螺纹螺栓，国标 GB/T 5783，材质 316，规格 M12×120，钝化处理，单支套袋贴条码，每内盒二十四支`,
    }
  if (no % 20 === 3)
    return {
      code: `HNS/26-${no}/SUS316LM12X120A480PASSIVATEDLOT20260301`,
      description: `Hook no. ${no} 304/316L-STAINLESS-STEEL-S-HOOK-8MM-POLISHED-WITH-SAFETY-LATCH-ASSEMBLY`,
      nameZh: `第 ${no} 号不锈钢弯钩`,
    }
  return { code: `BT-${no}`, description: `Steel bolt no. ${no}`, nameZh: no % 20 === 4 ? '' : `第 ${no} 号钢螺栓` }
}

export type SampleOffice = Awaited<ReturnType<typeof sampleOffice>>

export const sampleOffice = async () => {
  const office: TestOffice = await testOffice(
    [
      ...[
        approvals,
        parties,
        catalogue,
        credit,
        amendments,
        deals,
        contracts,
        quotations,
        purchasing,
        shipments,
        customs,
        letters,
        freight,
      ],
      ...[...moneyModules, estimates, profit, papers],
    ],
    { ...NAMES.company, drawingPlace: 'NINGBO', switches: { ...switchesOff, approveBankDetails: true, selfApproval: true } },
  )
  const { sql } = office.database.write
  sql.prepare("UPDATE role SET code = 'owner' WHERE id = (SELECT roleId FROM user_role WHERE userId = ?)").run(office.owner.id)
  const seed = writableDb(office.database.write, 0)
  let count = 0
  const party = (kind: string, names: { name: string; nameZh: string; address: string }, more: Record<string, unknown> = {}): string => {
    const row = aPartyRow({
      ...{ kind, code: `${kind.slice(0, 1).toUpperCase()}${++count}`, paymentTerm: '[]', shortName: names.nameZh.slice(0, 12), ...names },
      ...{ country: kind === 'customer' ? 'DE' : 'CN', taxNumber: '91331003MA2AJXXX8K', ...more },
    })
    seed.put('party', row)
    return row.id
  }
  const keeper: TestUser = await office.user({
    permissions: ['bank-account.view', 'bank-account.edit', 'bank-account.submit', 'vendor.view', 'vendor.edit', 'vendor.submit'],
    name: '出纳',
  })
  const approve = async (
    kind: CommandInput<'submit-for-approval'>['kind'],
    documentId: string,
    revision: number,
    by: TestUser,
  ): Promise<void> => {
    const id = newId()
    await office.run('submit-for-approval', { id, kind, documentId, revision, note: '' }, by)
    const { contentHash, revision: seen } = await office.query('approval', { id })
    await office.run('approve', { id, expect: { revision: seen, contentHash }, note: '' })
  }
  const accounts = new Map<SampleCurrency, Promise<string>>()
  const makeAccount = async (currency: SampleCurrency): Promise<string> => {
    const id = newId()
    await office.run(
      'create-bank-account',
      anInput('create-bank-account', {
        ...{ id, code: `A-${currency}`, name: `中国银行宁波市分行国际结算部 ${currency} 经常项目结算账户`, bankName: NAMES.bank, currency },
        ...{ accountNumber: '3502 0000 4091 2345 678', openedOn: '2026-01-01', openingBalance: 10 ** 12, openingRate: RATES[currency] },
      }),
      keeper,
    )
    await approve('own-bank-details', id, 1, keeper)
    return id
  }
  /** Ours in a currency, as two persons confirmed it. */
  const account = (currency: SampleCurrency): Promise<string> => {
    const made = accounts.get(currency) ?? makeAccount(currency)
    accounts.set(currency, made)
    return made
  }
  const products = new Map<number, string>()
  /** The product of a line, packed 24 to a carton. */
  const product = (no: number): string => {
    const known = products.get(no)
    if (known !== undefined) return known
    const { code, description, nameZh } = goodsOf(no)
    const row = aProductRow({
      ...{ code, name: description.slice(0, 200), nameZh, hsCode: '7318151090', specification: nameZh === '' ? '' : '316L，M12×120' },
      ...{ piecesPerCarton: toScaled('24', 'quantity'), grossWeight: toScaled('12.5', 'measure'), netWeight: toScaled('11.2', 'measure') },
      ...{ cartonLength: toScaled('52', 'measure'), cartonWidth: toScaled('38', 'measure'), cartonHeight: toScaled('41', 'measure') },
    })
    seed.put('product', row)
    products.set(no, row.id)
    return row.id
  }
  /** Paid where two persons have confirmed it. */
  const vendor = async (kind: string, names: { name: string; nameZh: string; address: string }): Promise<string> => {
    const id = party(kind, names)
    const details = `中国工商银行股份有限公司台州黄岩支行营业部\n户名 ${names.name}\n1207 0211 0920 0123 456`
    seed.put('bank_details', {
      id,
      holder: 'vendor',
      version: 1,
      before: null,
      confirmed: null,
      details,
      changedBy: keeper.id,
      changedAt: office.at,
    })
    await approve('vendor-bank-details', id, 1, keeper)
    return id
  }
  const made = new Map<string, Promise<string>>()
  const onceMade = (kind: 'factory' | 'forwarder') => {
    const found = made.get(kind) ?? vendor(kind, NAMES[kind])
    made.set(kind, found)
    return found
  }
  const customer = () =>
    party('customer', NAMES.customer, {
      ownerId: office.owner.id,
      consignee: NAMES.customer.consignee,
      notifyParty: NAMES.customer.notifyParty,
      marks: NAMES.customer.marks,
    })
  return Object.assign(office, {
    ...{ seed, keeper, party, customer, account, product, approve, vendor },
    factory: () => onceMade('factory'),
    forwarder: () => onceMade('forwarder'),
  })
}
