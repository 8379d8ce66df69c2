// The company every ratio is measured on: 1,000,000 ledger lines, 60,000 deals, 5,000 customers, 500 factories, 100 salespeople, 10 banks, 4 currencies,
// 5 years; made with a fixed seed and kept below .cache until the schema changes. Bulk rows go in directly; the sums are computed once and then verified.
import { testFileMakers } from '../../main/testing/file-makers.ts'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { foldedKeysOf } from '../../db/folded-texts.ts'
import { openWritable, type Connection } from '../../db/open.ts'
import { verifyLedger } from '../../db/ledger/sums.ts'
import { firstVersions } from '../../db/schema/0310-units.ts'
import { writeAudit } from '../../db/trail/entries.ts'
import { migrate, migrations } from '../../db/schema/migrations.ts'
import { allPermissions, ownedResources } from '../../preload/contract/access.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { aPartyRow } from '../../main/testing/fixtures.ts'
import { unfounded } from '../../main/access/company.ts'
import { spellingReady } from '../../db/spelling.ts'
import { chineseName, seedSearch, type SeededParty } from './seed-search.ts'

export const SIZE = { deals: 60_000, customers: 5000, factories: 500, salespeople: 100, banks: 10, years: 5, lastDay: '2025-12-31' }
/** The office's clock on that day, and what the benches give the runner for faults. */
export const TODAY = `${SIZE.lastDay}T03:00:00.000Z`
/** What runs a call in a bench: faults are seen. */
export const on = {
  makers: testFileMakers(tmpdir()),
  faultId: newId,
  fault: (_id: string, what: string, error: unknown) => console.error(what, error),
}
const currencies = [
  ['USD', 710_000_000],
  ['EUR', 780_000_000],
  ['GBP', 900_000_000],
  ['CNY', 100_000_000],
] as const

/** A small generator with a fixed seed: the same company on every machine. */
const generator = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}
const uuid = (kind: number, n: number) => `0190${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
export const idOf = {
  user: (n: number) => uuid(1, n),
  customer: (n: number) => uuid(2, n),
  factory: (n: number) => uuid(3, n),
  bank: (n: number) => uuid(4, n),
  deal: (n: number) => uuid(5, n),
  contract: (n: number) => uuid(6, n),
  shipment: (n: number) => uuid(7, n),
  line: (n: number) => uuid(8, n),
}
const day = (n: number) => new Date(Date.UTC(2021, 0, 1) + n * 86_400_000).toISOString().slice(0, 10)

export const seededCompany = async (): Promise<string> => {
  const stamp = createHash('sha256')
    .update(JSON.stringify([migrations, SIZE, 9]))
    .digest('hex')
    .slice(0, 12)
  const folder = path.resolve(import.meta.dirname, '../../.cache')
  const file = path.join(folder, `bench-${stamp}.sqlite`)
  if (existsSync(file)) return file
  mkdirSync(folder, { recursive: true })
  const unfinished = `${file}.unfinished`
  for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true })
  console.log('seeding the company of a million ledger lines (once) …')
  const c = openWritable(unfinished)
  c.pragma('synchronous = OFF')
  await migrate(c, async () => undefined)
  c.pragma('foreign_keys = OFF')
  await spellingReady()
  c.sql.exec('BEGIN')
  fill(c)
  c.sql.exec(`DELETE FROM sync_unit; ${firstVersions}`)
  c.sql.exec('COMMIT')
  const faults = verifyLedger(c.sql)
  if (faults.length > 0) throw new Error(`the seed's sums are wrong: ${JSON.stringify(faults.slice(0, 3))}`)
  c.pragma('wal_checkpoint(TRUNCATE)')
  c.close()
  renameSync(unfinished, file)
  return file
}

const insert = (c: Connection, table: string, given: Record<string, unknown>): number => {
  // With the keys by which lists are ordered and searched, as every command writes them.
  const row = { ...given, ...foldedKeysOf(table, given) }
  const names = Object.keys(row)
  return Number(
    c.sql
      .prepare(`INSERT INTO "${table}"(${names.map((n) => `"${n}"`).join(',')}) VALUES (${names.map(() => '?').join(',')})`)
      .run(...Object.values(row)).lastInsertRowid,
  )
}

const people = (c: Connection): void => {
  insert(c, 'setting', { key: 'company', value: JSON.stringify({ ...unfounded, name: '基准公司' }) })
  insert(c, 'department', { id: uuid(9, 1), name: '业务部', nameEn: 'Sales', parentId: null, path: `/${uuid(9, 1)}/`, revision: 1 })
  insert(c, 'role', {
    id: uuid(10, 1),
    code: 'owner',
    name: '老板',
    nameEn: 'Owner',
    permissions: JSON.stringify(allPermissions),
    scopes: JSON.stringify(Object.fromEntries(ownedResources.map((r) => [r, 'all']))),
    revision: 1,
  })
  for (let n = 0; n < SIZE.salespeople; n++) {
    insert(c, 'user', {
      id: idOf.user(n),
      login: `user${n}`,
      name: `业务员${n}`,
      nameEn: '',
      email: '',
      phone: '',
      departmentId: uuid(9, 1),
      language: 'zh',
      active: 1,
      createdAt: '2021-01-01T00:00:00.000Z',
      revision: 1,
    })
    insert(c, 'user_role', { id: uuid(11, n), userId: idOf.user(n), roleId: uuid(10, 1) })
    insert(c, 'ledger_key', { id: idOf.user(n) })
  }
}

const party = (c: Connection, { id, kind, code, name, nameZh, ownerId: owner }: SeededParty) => {
  const row = aPartyRow({
    ...{ id, kind: kind === 'vendor' ? 'factory' : kind, code, name, nameZh, country: 'US', level: 'B', ownerId: owner },
    ...{ departmentId: owner === null ? null : uuid(9, 1), createdAt: '2021-01-01T00:00:00.000Z' },
    paymentTerm: '[{"share":"100","event":"after-bill-of-lading","days":30}]',
  })
  insert(c, 'party', row)
  insert(c, 'ledger_key', { id })
}

type Dimensions = { party: number | null; deal: number; owner: number; contract: number; shipment: number }
const fill = (c: Connection): void => {
  const random = generator(20_260_101)
  const pick = (n: number) => Math.floor(random() * n)
  people(c)
  const search = seedSearch(c.sql, uuid(9, 1))
  const customers = Array.from({ length: SIZE.customers }, (_, n): SeededParty => {
    const name = `Customer ${n} Trading ${pick(900)}`
    return { id: idOf.customer(n), kind: 'customer', code: `C${n}`, name, nameZh: chineseName(n), ownerId: idOf.user(n % SIZE.salespeople) }
  })
  const factories = Array.from({ length: SIZE.factories }, (_, n): SeededParty => {
    const name = chineseName(n * 5 + 2)
    return { id: idOf.factory(n), kind: 'vendor', code: `V${n}`, name, nameZh: '', ownerId: null }
  })
  for (const one of [...customers, ...factories]) {
    party(c, one)
    search.party(one)
    search.takeIn()
  }
  for (let n = 0; n < SIZE.banks; n++) {
    insert(c, 'bank_account', {
      id: idOf.bank(n),
      code: `B${n}`,
      name: `银行 ${n}`,
      bankName: '',
      accountNumber: '',
      swift: '',
      currency: currencies[n % 4]![0],
      openedOn: '2021-01-01',
      active: 1,
      revision: 1,
    })
    insert(c, 'ledger_key', { id: idOf.bank(n) })
  }
  const keys = new Map((c.sql.prepare('SELECT id, key FROM ledger_key').all() as { id: string; key: number }[]).map((r) => [r.id, r.key]))
  const days = SIZE.years * 365
  let journalId = 0
  for (let n = 0; n < SIZE.deals; n++) {
    const customer = pick(SIZE.customers)
    const factory = pick(SIZE.factories)
    const owner = customer % SIZE.salespeople
    const [currency, rate] = currencies[pick(4)]!
    const signed = Math.floor((n / SIZE.deals) * (days - 1))
    const total = 100_000 + pick(9_000_000)
    const base = Math.round((total * rate) / 100_000_000)
    const shippedOn = signed + 25 + pick(30)
    const [dealId, contractId, shipmentId] = [idOf.deal(n), idOf.contract(n), idOf.shipment(n)]
    const common = { ownerId: idOf.user(owner), departmentId: uuid(9, 1), createdAt: `${day(signed)}T00:00:00.000Z`, revision: 1 }
    insert(c, 'deal', {
      id: dealId,
      number: `D${day(signed).slice(0, 4)}-${n}`,
      customerId: idOf.customer(customer),
      openedOn: day(signed),
      stage: 'contracted',
      contractedBase: base,
      ...common,
    })
    insert(c, 'sales_contract', {
      id: contractId,
      number: `SC${n}`,
      dealId,
      customerId: idOf.customer(customer),
      buyerOrderNumber: `PO${n}`,
      contractDate: day(signed),
      signedOn: day(signed),
      currency,
      rate,
      incoterm: 'FOB',
      incotermPlace: '',
      portOfLoading: '',
      portOfDischarge: '',
      paymentTerm: '[]',
      latestShipment: null,
      partialShipment: 1,
      transhipment: 1,
      commissionRate: 0,
      clauses: '',
      remark: '',
      status: 'signed',
      voidReason: null,
      total,
      totalBase: base,
      ...common,
    })
    insert(c, 'sales_line', {
      id: idOf.line(n),
      contractId,
      position: 0,
      productId: null,
      description: `Goods ${n % 900}`,
      quantity: 10_000,
      unit: 'PCS',
      price: total,
      discount: 0,
      gross: total,
      amount: total,
      amountBase: base,
      shipped: shippedOn < days ? 10_000 : 0,
      purchased: 0,
    })
    search.document({ id: dealId, kind: 'deal', number: `D${day(signed).slice(0, 4)}-${n}`, party: customers[customer]! }, common.ownerId)
    search.document(
      { id: contractId, kind: 'sales-contract', number: `SC${n}`, party: customers[customer]!, words: [`PO${n}`] },
      common.ownerId,
    )
    const dims: Dimensions = {
      party: keys.get(idOf.customer(customer))!,
      deal: (c.sql.prepare('SELECT key FROM ledger_key WHERE id = ?').get(dealId) as { key: number }).key,
      owner: keys.get(idOf.user(owner))!,
      contract: insert(c, 'ledger_key', { id: contractId }),
      shipment: insert(c, 'ledger_key', { id: shipmentId }),
    }
    const journal = (
      on: number,
      kind: string,
      documentKind: string,
      documentId: string,
      lines: [account: string, base: number, foreign: number, currency: string, extra?: Record<string, unknown>][],
    ) => {
      insert(c, 'journal', {
        id: ++journalId,
        date: day(on),
        kind,
        documentKind,
        documentId,
        documentNumber: `X${n}`,
        memo: '',
        pos: journalId,
        reverses: null,
      })
      for (const [account, b, f, cur, extra] of lines)
        insert(c, 'posting', {
          journalId,
          date: day(on),
          account,
          base: b,
          currency: cur,
          foreign: f,
          party: dims.party,
          deal: dims.deal,
          owner: dims.owner,
          department: null,
          bank: null,
          contract: dims.contract,
          shipment: dims.shipment,
          category: null,
          item: null,
          ...extra,
        })
      // Each journal was a command: it has its entry in the trail, with the hash of what it posted.
      const entry = { at: `${day(on)}T03:00:00.000Z`, userId: common.ownerId, device: '', kind: 'command', name: kind } as const
      writeAudit(
        c.sql,
        { ...entry, commandId: uuid(10, journalId), subject: documentId, input: '{}', outcome: '{}' },
        { changes: 0, journals: 1, postings: lines.length },
      )
    }
    const item = (
      ref: string,
      account: string,
      kind: string,
      partyKey: number,
      cur: string,
      on: number,
      due: number,
      b: number,
      f: number,
      documentKind: string,
    ) =>
      insert(c, 'open_item', {
        ref,
        account,
        kind,
        party: partyKey,
        currency: cur,
        documentDate: day(on),
        dueDate: day(due),
        foreign: f,
        base: b,
        openForeign: 0,
        openBase: 0,
        deal: dims.deal,
        owner: dims.owner,
        department: null,
        contract: dims.contract,
        shipment: dims.shipment,
        documentKind,
        documentId: shipmentId,
        documentNumber: `X${n}`,
        journalId: journalId + 1,
      })
    search.takeIn()
    if (shippedOn >= days) continue
    search.document(
      { id: shipmentId, kind: 'shipment', number: `SH${n}`, party: customers[customer]!, words: [`MSKU${n}`] },
      common.ownerId,
    )
    search.document({ id: uuid(12, n), kind: 'bill', number: `BL${n}`, party: factories[factory]! }, null)
    search.document({ id: uuid(13, n), kind: 'receipt', number: `RC${n}`, party: customers[customer]! }, common.ownerId)
    const cost = Math.round(base * 0.8)
    const vat = Math.round(cost * 0.13)
    const part = Math.floor(total * 0.3)
    const partBase = currency === 'CNY' ? part : Math.round(base * 0.3)
    const factoryKey = keys.get(idOf.factory(factory))!
    const first = item(`${shipmentId}:1`, '1122', 'invoice', dims.party!, currency, shippedOn, shippedOn, partBase, part, 'shipment')
    const second = item(
      `${shipmentId}:2`,
      '1122',
      'invoice',
      dims.party!,
      currency,
      shippedOn,
      shippedOn + 30,
      base - partBase,
      total - part,
      'shipment',
    )
    const refund = item(`${shipmentId}:9`, '1221', 'tax-refund', dims.party!, 'CNY', shippedOn, shippedOn + 180, vat, vat, 'shipment')
    journal(shippedOn, 'dispatch', 'shipment', shipmentId, [
      ['1122', partBase, part, currency, { item: first }],
      ['1122', base - partBase, total - part, currency, { item: second }],
      ['6001', -base, -total, currency],
      ['6401', cost, cost, 'CNY', { category: 'purchase' }],
      ['1405', -cost, -cost, 'CNY'],
      ['1221', vat, vat, 'CNY', { item: refund }],
      ['222101', -vat, -vat, 'CNY'],
    ])
    const bill = item(`${dealId}:1`, '2202', 'bill', factoryKey, 'CNY', shippedOn, shippedOn + 30, -(cost + vat), -(cost + vat), 'bill')
    journal(shippedOn, 'bill', 'bill', dealId, [
      ['1405', cost, cost, 'CNY', { party: factoryKey }],
      ['222101', vat, vat, 'CNY', { party: factoryKey }],
      ['2202', -(cost + vat), -(cost + vat), 'CNY', { party: factoryKey, item: bill }],
    ])
    const bank = currencies.findIndex(([code]) => code === currency)
    const bankKey = keys.get(idOf.bank(bank))!
    // Customers pay some weeks after the due date; the newest tenth of the deals is not paid yet.
    const paidOn = shippedOn + 30 + pick(60)
    if (paidOn < days && n % 25 !== 0) {
      const advance = item(`${contractId}:1`, '2203', 'advance', dims.party!, currency, paidOn, paidOn, -base, -total, 'receipt')
      journal(paidOn, 'receipt', 'receipt', contractId, [
        ['1002', base, total, currency, { bank: bankKey }],
        ['2203', -base, -total, currency, { item: advance }],
      ])
      journal(paidOn, 'allocation', 'receipt', contractId, [
        ['2203', base, total, currency, { item: advance }],
        ['1122', -partBase, -part, currency, { item: first }],
        ['1122', -(base - partBase), -(total - part), currency, { item: second }],
      ])
      journal(paidOn, 'payment', 'payment', dealId, [
        ['2202', cost + vat, cost + vat, 'CNY', { party: factoryKey, item: bill }],
        ['1002', -(cost + vat), -(cost + vat), 'CNY', { bank: keys.get(idOf.bank(3))! }],
      ])
    }
  }
  search.takeIn()
  sums(c)
  stages(c)
}

/** As their documents give it (C8): wholly shipped or not, and then whether the customer has paid. */
const stages = (c: Connection): void =>
  c.sql.exec(`
    UPDATE deal SET stage = 'closed' WHERE id IN (SELECT k.id FROM posting p JOIN ledger_key k ON k.key = p.deal WHERE p.account = '6001');
    UPDATE deal SET stage = 'shipped' WHERE id IN (SELECT k.id FROM open_item i JOIN ledger_key k ON k.key = i.deal WHERE i.account = '1122' AND i.openForeign <> 0);
  `)

/** What the posting function keeps, computed at once for the bulk rows. */
const sums = (c: Connection): void => {
  c.sql.exec(`
    UPDATE open_item SET openForeign = s.f, openBase = s.b FROM (SELECT item, sum("foreign") AS f, sum(base) AS b FROM posting WHERE item IS NOT NULL GROUP BY item) s WHERE s.item = open_item.id;
    INSERT INTO sum_account SELECT account, substr(date,1,7), currency, sum(max(base,0)), sum(max(-base,0)), sum("foreign") FROM posting GROUP BY 1,2,3;
    INSERT INTO sum_party SELECT account, party, currency, sum(base), sum("foreign") FROM posting WHERE party IS NOT NULL GROUP BY 1,2,3;
    INSERT INTO sum_bank SELECT bank, date, sum(base), sum("foreign") FROM posting WHERE bank IS NOT NULL GROUP BY 1,2;
    INSERT INTO sum_deal(deal, account, category, currency, base, "foreign") SELECT deal, account, coalesce(category,''), currency, sum(base), sum("foreign") FROM posting WHERE deal IS NOT NULL GROUP BY 1,2,3,4;
    INSERT INTO sum_month SELECT substr(date,1,7), account, coalesce(owner,0), coalesce(department,0), sum(base) FROM posting WHERE account LIKE '6%' GROUP BY 1,2,3,4;
    UPDATE sum_result SET revenue = s.revenue, cost = s.cost, profit = s.profit FROM (
      SELECT deal, -sum(base) FILTER (WHERE account = '6001') AS revenue, sum(base) FILTER (WHERE account = '6401') AS cost, -sum(base) AS profit
      FROM posting WHERE account LIKE '6%' AND deal IS NOT NULL GROUP BY deal) s WHERE s.deal = sum_result.deal;
  `)
}
