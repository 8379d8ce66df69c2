// Migrations: from the version before with its data, all or nothing, after a backup; and which files are never migrated at all.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUp } from '../backup.ts'
import { inspect, openReadable, openWritable, type Connection } from '../open.ts'
import { codeSortKey } from '../folded-keys.ts'
import { indexEntry, searchEntries, takeInEntries } from '../search.ts'
import { spellingReady } from '../spelling.ts'
import { writableDb } from '../tx.ts'
import { migrate, MigrationFailed, migrations, newestVersion, versionOf, type Migration } from './migrations.ts'

const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
const nothingToBackUp = async () => {
  throw new Error('an empty database needs no backup')
}
const upTo = (version: number) => migrations.filter((m) => m.version <= version)

describe('migrations', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tradewind-migrations-'))
    file = path.join(folder, 'company.sqlite')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** A database of an earlier version with content, closed. */
  const databaseOf = async (version: number, fill: (c: Connection) => void): Promise<void> => {
    const connection = openWritable(file)
    await migrate(connection, nothingToBackUp, upTo(version))
    fill(connection)
    connection.close()
  }
  const aDepartment = (c: Connection) =>
    c.sql
      .prepare("INSERT INTO department(id, name, nameEn, parentId, path, revision) VALUES ('d1', '业务部', 'Sales', NULL, '/d1/', 1)")
      .run()

  it('bring the version before to 310: what desks may hold has its first version, with its owner; what never leaves the office has none', async () => {
    const before = migrations.filter((m) => m.version < 310).at(-1)!.version
    await databaseOf(before, (c) => {
      aDepartment(c)
      c.sql.exec(`INSERT INTO setting(key, value) VALUES ('company', '{}'), ('history-held-from', '1');
        INSERT INTO ledger_key(key, id) VALUES (7, 'u1'), (8, 'd1');
        INSERT INTO open_item(id, ref, account, kind, currency, documentDate, dueDate, "foreign", base, openForeign, openBase, owner, department, documentKind,
            documentId, documentNumber, journalId)
          VALUES (3, 'r', '1122', 'invoice', 'CNY', '2026-01-01', '2026-01-01', 1, 1, 1, 1, 7, 8, 'bill', 'b', 'B-1', 1);
        INSERT INTO sum_month(month, account, owner, department, base) VALUES ('2026-01', '6001', 7, 8, 1), ('2026-01', '6401', 7, 8, 1), ('2026-01', '6001', 0, 0, 1);
        INSERT INTO number_series(series, period, last) VALUES ('deal', '2026', 1)`)
    })
    const connection = openWritable(file)
    await migrate(connection, async () => undefined, upTo(310))
    const units = connection.sql
      .prepare("SELECT * FROM sync_unit WHERE root NOT IN ('account', 'milestone_template') ORDER BY root, id")
      .all()
    const unit = (root: string, id: string, ownerId: string | null = null, departmentId: string | null = null) => ({
      ...{ root, id, rv: 1, ownerId, departmentId, gone: 0 },
    })
    expect(units).toEqual([
      unit('department', 'd1'),
      ...['7', '8'].map((key) => unit('ledger_key', key)),
      unit('open_item', '3', 'u1', 'd1'),
      unit('setting', 'company'),
      unit('sum_month', '2026-01 0 0'),
      unit('sum_month', '2026-01 7 8', 'u1', 'd1'),
    ])
    connection.close()
  })

  it('stand in the order of their numbers, each number once', () => {
    // By ten, as a rule; between two tens stands what was made beside the one that follows.
    const versions = migrations.map((m) => m.version)
    expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b))
  })

  it('make a new database of nothing, without a backup', async () => {
    const connection = openWritable(file)
    expect(await migrate(connection, nothingToBackUp)).toEqual({ from: 0, to: newestVersion })
    expect(versionOf(connection)).toBe(newestVersion)
    connection.close()
    expect(inspect(file)).toEqual({ state: 'present', version: newestVersion })
  })

  it('do nothing to a database of today', async () => {
    await databaseOf(newestVersion, aDepartment)
    const before = hash(file)
    const connection = openWritable(file)
    expect(await migrate(connection, nothingToBackUp)).toEqual({ from: newestVersion, to: newestVersion })
    connection.close()
    expect(hash(file)).toBe(before)
  })

  it('stand in ascending order, each once', () => {
    const versions = migrations.map((m) => m.version)
    expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b))
  })

  it('bring 10 to 20: data kept, ledger and chart of accounts added, the backup made before', async () => {
    await databaseOf(10, aDepartment)
    const connection = openWritable(file)
    const backups: number[] = []
    const result = await migrate(
      connection,
      async (from) => {
        backups.push(from)
        await backUp(connection, path.join(folder, 'backups'), `before-upgrade-${from}`)
      },
      upTo(20),
    )
    expect(result).toEqual({ from: 10, to: 20 })
    expect(backups).toEqual([10])
    expect(connection.sql.prepare('SELECT name FROM department').all()).toEqual([{ name: '业务部' }])
    expect(connection.sql.prepare("SELECT nameZh, itemised FROM account WHERE code = '1122'").get()).toEqual({
      nameZh: '应收账款',
      itemised: 1,
    })
    connection.close()
    expect(inspect(path.join(folder, 'backups/before-upgrade-10.sqlite'))).toEqual({ state: 'present', version: 10 })
  })

  it('bring 20 to 30: data kept, tables of approvals added, ready-made roles know the new permissions', async () => {
    await databaseOf(20, (c) => {
      aDepartment(c)
      const role = c.sql.prepare("INSERT INTO role(id, code, name, nameEn, permissions, scopes, revision) VALUES (?, ?, ?, '', ?, ?, 1)")
      role.run('r1', 'sales-manager', '销售经理', '["deal.view","sales-contract.submit"]', '{"deal":"department-below"}')
      role.run('r2', null, '自己的', '["deal.view"]', '{"deal":"own"}')
    })
    const connection = openWritable(file)
    const backups: number[] = []
    expect(await migrate(connection, async (from) => void backups.push(from), upTo(30))).toEqual({ from: 20, to: 30 })
    expect(backups).toEqual([20])
    expect(connection.sql.prepare('SELECT id, headId FROM department').all()).toEqual([{ id: 'd1', headId: null }])
    const roles = connection.sql.prepare('SELECT id, permissions, scopes FROM role ORDER BY id').all()
    expect(roles).toEqual([
      {
        id: 'r1',
        permissions: '["deal.view","sales-contract.submit","approval.decide","approval.export"]',
        scopes: '{"deal":"department-below","payment-request":"department-below"}',
      },
      { id: 'r2', permissions: '["deal.view"]', scopes: '{"deal":"own"}' },
    ])
    expect(connection.sql.prepare('SELECT count(*) AS n FROM approval').get()).toEqual({ n: 0 })
    connection.close()
  })

  it('bring the version before to 50: data kept, over-limit requests added, who sells or ships may ask', async () => {
    const before = migrations.filter((m) => m.version < 50).at(-1)!.version
    await databaseOf(before, (c) => {
      const role = c.sql.prepare("INSERT INTO role(id, code, name, nameEn, permissions, scopes, revision) VALUES (?, ?, ?, '', ?, '{}', 1)")
      role.run('r1', 'salesperson', '业务员', '["deal.view"]')
      role.run('r2', null, '自己的', '["deal.view"]')
      role.run('r3', 'shipping-clerk', '单证', '["shipment.submit"]')
    })
    const connection = openWritable(file)
    const backups: number[] = []
    expect(await migrate(connection, async (from) => void backups.push(from), upTo(50))).toEqual({ from: before, to: 50 })
    expect(backups).toEqual([before])
    expect(connection.sql.prepare('SELECT permissions FROM role ORDER BY id').all()).toEqual([
      { permissions: '["deal.view","shipment.submit"]' },
      { permissions: '["deal.view"]' },
      { permissions: '["shipment.submit"]' },
    ])
    expect(connection.sql.prepare('SELECT count(*) AS n FROM credit_override').get()).toEqual({ n: 0 })
    connection.close()
  })

  it('bring the version before to 70: data kept, profit estimates added, who prepares them may', async () => {
    const before = migrations.filter((m) => m.version < 70).at(-1)!.version
    await databaseOf(before, (c) => {
      const role = c.sql.prepare("INSERT INTO role(id, code, name, nameEn, permissions, scopes, revision) VALUES (?, ?, ?, '', ?, '{}', 1)")
      role.run('r1', 'sales-manager', '销售经理', '["deal.view","profit-estimate.view"]')
      role.run('r2', null, '自己的', '["deal.view"]')
      role.run('r3', 'salesperson', '业务员', '["deal.view"]')
    })
    const connection = openWritable(file)
    const backups: number[] = []
    expect(await migrate(connection, async (from) => void backups.push(from), upTo(70))).toEqual({ from: before, to: 70 })
    expect(backups).toEqual([before])
    const rights = ['view', 'create', 'edit', 'submit', 'void', 'export'].map((action) => `"profit-estimate.${action}"`)
    expect(connection.sql.prepare('SELECT permissions, scopes FROM role ORDER BY id').all()).toEqual([
      { permissions: `["deal.view",${rights.join(',')}]`, scopes: '{"profit-estimate":"department-below"}' },
      { permissions: '["deal.view"]', scopes: '{}' },
      { permissions: '["deal.view"]', scopes: '{"profit-estimate":"own"}' },
    ])
    expect(connection.sql.prepare('SELECT count(*) AS n FROM profit_estimate').get()).toEqual({ n: 0 })
    connection.close()
  })

  it('bring the version before to 90: data kept, ready-made templates and rights added, none by itself where a company works already', async () => {
    const before = migrations.filter((m) => m.version < 90).at(-1)!.version
    await databaseOf(before, (c) => {
      c.sql.exec("INSERT INTO setting(key, value) VALUES ('company', '{}')")
      const role = c.sql.prepare("INSERT INTO role(id, code, name, nameEn, permissions, scopes, revision) VALUES (?, ?, ?, '', ?, '{}', 1)")
      role.run('r1', 'merchandiser', '跟单', '["deal.view","milestone.view"]')
      role.run('r2', null, '自己的', '["deal.view"]')
      role.run('r3', 'cashier', '出纳', '["payment.view"]')
    })
    const connection = openWritable(file)
    const backups: number[] = []
    expect(await migrate(connection, async (from) => void backups.push(from), upTo(90))).toEqual({ from: before, to: 90 })
    expect(backups).toEqual([before])
    expect(connection.sql.prepare('SELECT permissions FROM role ORDER BY id').all()).toEqual([
      { permissions: '["deal.view","milestone.view","milestone.edit","milestone.export"]' },
      { permissions: '["deal.view"]' },
      { permissions: '["payment.view"]' },
    ])
    const templates = connection.sql.prepare(
      `SELECT t.nameEn, t.isDefault, count(*) AS lines FROM milestone_template t JOIN milestone_template_line l ON l.templateId = t.id
       GROUP BY t.id ORDER BY t.id`,
    )
    expect(templates.all()).toEqual([
      { nameEn: 'Standard order', isDefault: 0, lines: 8 },
      { nameEn: 'Repeat order', isDefault: 0, lines: 6 },
      { nameEn: 'From stock', isDefault: 0, lines: 3 },
    ])
    connection.close()
  })

  it('bring the version before to 100: contracts kept as their first version, versions added, who signs may amend', async () => {
    const before = migrations.filter((m) => m.version < 100).at(-1)!.version
    await databaseOf(before, (c) => {
      const role = c.sql.prepare("INSERT INTO role(id, code, name, nameEn, permissions, scopes, revision) VALUES (?, ?, ?, '', ?, '{}', 1)")
      role.run('r1', 'salesperson', '业务员', '["sales-contract.sign"]')
      role.run('r2', null, '自己的', '["sales-contract.sign"]')
      role.run('r3', 'purchaser', '采购', '["purchase-contract.sign"]')
      c.pragma('foreign_keys = OFF')
      c.sql.exec(`INSERT INTO sales_contract(id, number, dealId, customerId, buyerOrderNumber, contractDate, signedOn, currency, rate, incoterm, incotermPlace,
          portOfLoading, portOfDischarge, paymentTerm, latestShipment, partialShipment, transhipment, commissionRate, clauses, remark, status, voidReason,
          total, totalBase, ownerId, departmentId, createdAt, revision)
        VALUES ('s1', 'SC-1', 'd1', 'p1', '', '2026-01-01', NULL, 'USD', 1, NULL, '', '', '', '[]', NULL, 1, 1, 0, '', '', 'draft', NULL, 5, 5, 'u1', NULL, '', 1)`)
      c.sql.exec(`INSERT INTO sales_line(id, contractId, position, productId, description, quantity, unit, price, discount, gross, amount)
        VALUES ('l1', 's1', 0, NULL, 'x', 10000, 'PCS', 1, 0, 5, 5)`)
      c.sql.exec(`INSERT INTO user(id, login, name, nameEn, email, phone, departmentId, language, active, createdAt, revision)
          VALUES ('u1', 'li', 'Li', '', '', '', NULL, 'zh', 1, '2026-01-01', 1);
        INSERT INTO party(id, kind, code, name, nameZh, shortName, country, city, address, website, email, phone, taxNumber, currency, paymentTerm, bankDetails,
            remark, status, level, creditGrade, creditLimit, creditCurrency, incoterm, port, source, industry, ownerId, departmentId, active, normalName,
            domain, phoneDigits, createdAt, revision)
          VALUES ('p1', 'customer', 'C1', 'Buyer', '', '', NULL, '', '', '', '', '', '', 'USD', '[]', '', '', 'active', NULL, '', NULL, 'USD', NULL, '', '', '',
            'u1', NULL, 1, '', '', '', '', 1);
        INSERT INTO deal(id, number, customerId, openedOn, stage, contractedBase, ownerId, departmentId, createdAt, revision)
          VALUES ('d1', 'D-1', 'p1', '2026-01-01', 'draft', 0, 'u1', NULL, '', 1)`)
    })
    const connection = openWritable(file)
    const backups: number[] = []
    expect(await migrate(connection, async (from) => void backups.push(from), upTo(100))).toEqual({ from: before, to: 100 })
    expect(backups).toEqual([before])
    expect(connection.sql.prepare('SELECT permissions FROM role ORDER BY id').all()).toEqual([
      { permissions: '["sales-contract.sign","sales-contract.amend"]' },
      { permissions: '["sales-contract.sign"]' },
      { permissions: '["purchase-contract.sign","purchase-contract.amend"]' },
    ])
    expect(connection.sql.prepare('SELECT number, total, version FROM sales_contract').all()).toEqual([
      { number: 'SC-1', total: 5, version: 1 },
    ])
    expect(connection.sql.prepare('SELECT amount, settledQuantity, settledAmount, settledGross FROM sales_line').all()).toEqual([
      { amount: 5, settledQuantity: 0, settledAmount: 0, settledGross: 0 },
    ])
    expect(connection.sql.prepare('SELECT count(*) AS n FROM contract_version').get()).toEqual({ n: 0 })
    connection.close()
  })

  it('bring the version before to 140: data kept, quotations added, who sells may quote', async () => {
    const before = migrations.filter((m) => m.version < 140).at(-1)!.version
    await databaseOf(before, (c) => {
      const role = c.sql.prepare("INSERT INTO role(id, code, name, nameEn, permissions, scopes, revision) VALUES (?, ?, ?, '', ?, '{}', 1)")
      role.run('r1', 'salesperson', '业务员', '["deal.view"]')
      role.run('r2', null, '自己的', '["deal.view"]')
    })
    const connection = openWritable(file)
    await migrate(connection, async () => undefined, upTo(140))
    expect(connection.sql.prepare('SELECT permissions, scopes FROM role ORDER BY id').all()).toEqual([
      { permissions: '["deal.view","quotation.view","quotation.create","quotation.edit"]', scopes: '{"quotation":"own"}' },
      { permissions: '["deal.view"]', scopes: '{}' },
    ])
    expect(connection.sql.prepare('SELECT count(*) AS n FROM quotation').get()).toEqual({ n: 0 })
    connection.close()
  })

  it('[Q8] bring the version before to 200: codes that are one by their look stay apart, nothing is lost, and both can still be edited', async () => {
    await spellingReady()
    const before = migrations.filter((m) => m.version < 200).at(-1)!.version
    const party = (id: string, code: string, name: string, email: string) =>
      `('${id}', 'customer', '${code}', '${name}', '', '', NULL, '', '', '', '${email}', '', '', 'USD', '[]', '', '', 'active', 'B', '', NULL, 'USD', NULL, '', '', '', NULL, NULL, 1, '', '', '', '', 1)`
    const account = (id: string, code: string, number: string) => `('${id}', '${code}', '', '', '${number}', '', 'USD', '2025-12-31', 1, 1)`
    const user = (id: string, login: string) => `('${id}', '${login}', 'Li', '', '', '', NULL, 'zh', 1, '', 1)`
    const bill = (id: string, number: string) =>
      `('${id}', '${id}', 'expense', 'p1', '${number}', '2026-01-01', '2026-01-01', 'CNY', 1, '', 'posted', 1, 1, 1, '')`
    await databaseOf(before, (c) => {
      c.pragma('foreign_keys = OFF')
      c.sql.exec(`INSERT INTO party(id, kind, code, name, nameZh, shortName, country, city, address, website, email, phone, taxNumber, currency, paymentTerm, bankDetails, remark,
          status, level, creditGrade, creditLimit, creditCurrency, incoterm, port, source, industry, ownerId, departmentId, active, normalName, domain, phoneDigits, createdAt, revision)
        VALUES ${party('p1', 'QX-100', 'Acme', 'a@acme.com')}, ${party('p2', 'qx-100', '中国银行', '')}, ${party('p3', 'ＱＸ－１００', 'Ö', 'A@ACME.COM')}, ${party('p4', 'QX\u200B-100', 'x', '')};
        INSERT INTO bank_account(id, code, name, bankName, accountNumber, swift, currency, openedOn, active, revision)
        VALUES ${account('b1', 'BOC', '6222 0000')}, ${account('b2', 'boc', '6222-0000')};
        INSERT INTO user(id, login, name, nameEn, email, phone, departmentId, language, active, createdAt, revision) VALUES ${user('u1', 'li')}, ${user('u2', 'ｌｉ')};
        INSERT INTO bill(id, number, kind, partyId, invoiceNumber, billDate, dueDate, currency, rate, remark, status, total, totalBase, journalId, createdAt)
        VALUES ${bill('v1', 'INV 1')}, ${bill('v2', 'inv 1')}`)
    })
    const tables = ['party', 'bank_account', 'user', 'bill'] as const
    const all = (c: Connection) =>
      tables.map((table) => c.sql.prepare(`SELECT * FROM ${table} ORDER BY id`).all() as Record<string, unknown>[])
    const earlier = openReadable(file)
    const had = all(earlier)
    earlier.close()
    const connection = openWritable(file)
    await migrate(connection, async () => undefined)
    // Every row with all it had, as it was typed.
    for (const [n, rows] of all(connection).entries()) {
      expect(rows).toHaveLength(had[n]!.length)
      expect(rows).toMatchObject(had[n]!)
    }
    const keys = (table: string, column: string) =>
      (connection.sql.prepare(`SELECT ${column} AS k FROM ${table} ORDER BY id`).all() as { k: string }[]).map((row) => row.k)
    const one = codeSortKey('QX-100')
    expect(keys('party', 'codeKey')).toEqual([one, one, one, one])
    expect([keys('bank_account', 'codeKey'), keys('bank_account', 'accountNumberKey')].map((k) => new Set(k).size)).toEqual([1, 1])
    expect(keys('user', 'loginKey')).toEqual([codeSortKey('li'), codeSortKey('li')])
    expect(new Set(keys('bill', 'invoiceNumberKey'))).toEqual(new Set([codeSortKey('inv 1')]))
    expect(keys('party', 'nameFold')[1]).toBe(' 中国银行 zgyh zhongguoyinhang ')
    // One mail address is known of both that have it.
    const marks = connection.sql.prepare("SELECT partyId, mark FROM party_mark WHERE kind = 'mail' ORDER BY partyId").all()
    expect(marks).toEqual(['p1', 'p3'].map((partyId) => ({ partyId, mark: 'a@acme.com' })))
    // A code that nobody changes is no new one: the record is edited, its key follows.
    const tx = writableDb(connection, 0)
    for (const id of ['p1', 'p2', 'p3', 'p4']) tx.patch('party', id, { code: tx.row('party', id)!.code, name: 'Edited' })
    expect([keys('party', 'codeKey'), keys('party', 'nameKey')]).toEqual([[one, one, one, one], Array(4).fill('edited')])
    connection.close()
  })

  it('bring the version before to 210: settings and rates are counted from one', async () => {
    const before = migrations.filter((m) => m.version < 210).at(-1)!.version
    await databaseOf(before, (c) => {
      c.sql.prepare("INSERT INTO setting(key, value) VALUES ('company', '{}')").run()
      c.sql
        .prepare(
          "INSERT INTO exchange_rate(id, currency, date, rate, source) VALUES ('USD:2026-01-02', 'USD', '2026-01-02', 710000000, '')",
        )
        .run()
    })
    const connection = openWritable(file)
    connection.sql.prepare(`UPDATE setting SET value = '{"switches":{"approvePurchaseContract":true}}'`).run()
    await migrate(connection, async () => undefined, upTo(210))
    // A company that has contracts approved goes on signing first.
    expect(connection.sql.prepare('SELECT value FROM setting').all()).toEqual([
      { value: '{"switches":{"approvePurchaseContract":true,"signBeforeApproval":true}}' },
    ])
    expect(connection.sql.prepare('SELECT revision FROM setting UNION ALL SELECT revision FROM exchange_rate').all()).toEqual([
      { revision: 1 },
      { revision: 1 },
    ])
    connection.close()
  })

  it('bring the version before to 220: what a product was bought for, and the quotation of a contract, are found by index', async () => {
    const before = migrations.filter((m) => m.version < 220).at(-1)!.version
    await databaseOf(before, () => undefined)
    const connection = openWritable(file)
    await migrate(connection, async () => undefined, upTo(220))
    const plan = (sql: string) =>
      (connection.sql.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map((row) => row.detail).join()
    expect(plan("SELECT price FROM purchase_line WHERE productId = 'p'")).toContain('purchase_line_product')
    expect(plan("SELECT number FROM quotation WHERE contractId = 'c'")).toContain('quotation_contract')
    expect(plan("SELECT amount FROM payment WHERE contractId = 'c'")).toContain('payment_contract')
    // What was ticked before was ticked by hand.
    expect(connection.sql.prepare("SELECT dflt_value FROM pragma_table_info('milestone') WHERE name = 'provedBy'").all()).toEqual([
      { dflt_value: null },
    ])
    connection.close()
  })

  it('bring the version before to 160: bank details stand unconfirmed as they were, and who pays may submit them', async () => {
    const before = migrations.filter((m) => m.version < 160).at(-1)!.version
    await databaseOf(before, (c) => {
      const role = c.sql.prepare("INSERT INTO role(id, code, name, nameEn, permissions, scopes, revision) VALUES (?, ?, ?, '', ?, '{}', 1)")
      role.run('r1', 'cashier', '出纳', '["vendor.view"]')
      role.run('r2', null, '自己的', '["vendor.view"]')
      role.run('r3', 'purchaser', '采购', '["vendor.submit"]')
      const party =
        c.sql.prepare(`INSERT INTO party(id, kind, code, name, nameZh, shortName, country, city, address, website, email, phone, taxNumber, currency,
          paymentTerm, bankDetails, remark, status, level, creditGrade, creditLimit, creditCurrency, incoterm, port, source, industry, ownerId, departmentId, active,
          normalName, domain, phoneDigits, createdAt, revision)
        VALUES (?, ?, ?, ?, ?, '', NULL, '', '', '', '', '', '', 'CNY', '[]', ?, '', 'active', NULL, '', NULL, 'CNY', NULL, '', '', '', NULL, NULL, 1, '', '', '', '2026-01-01', 1)`)
      party.run('v1', 'factory', 'V1', '海天', 'Haitian', 'ICBC 1203')
      party.run('v2', 'forwarder', 'V2', '远洋', '', ' ')
      party.run('v3', 'other', 'V3', '其他', '', 'BOC 9')
      party.run('c1', 'customer', 'C1', 'Buyer', '', 'Sparkasse 7')
      const account = c.sql.prepare(
        "INSERT INTO bank_account(id, code, name, bankName, accountNumber, swift, currency, openedOn, active, revision) VALUES (?, ?, '', ?, ?, ?, 'CNY', '2025-12-31', 1, 1)",
      )
      account.run('b1', 'B1', 'BOC', '3300', 'BKCHCNBJ')
      account.run('b2', 'B2', '', '', '')
    })
    const connection = openWritable(file)
    await migrate(connection, async () => undefined, upTo(160))
    const row = { version: 1, before: null, confirmed: null, changedBy: null }
    expect(connection.sql.prepare('SELECT * FROM bank_details ORDER BY id').all()).toEqual([
      { ...row, id: 'b1', holder: 'bank-account', details: 'BOC\n3300\nBKCHCNBJ', changedAt: '2025-12-31' },
      { ...row, id: 'v1', holder: 'vendor', details: '海天\nHaitian\nICBC 1203', changedAt: '2026-01-01' },
      { ...row, id: 'v3', holder: 'vendor', details: '其他\nBOC 9', changedAt: '2026-01-01' },
    ])
    expect(connection.sql.prepare('SELECT permissions FROM role ORDER BY id').all()).toEqual([
      { permissions: '["vendor.view","vendor.submit","bank-account.submit"]' },
      { permissions: '["vendor.view"]' },
      { permissions: '["vendor.submit"]' },
    ])
    connection.close()
  })

  it('bring the version before to 170: nothing is revalued yet, one month is revalued once, and receipts are of no vendor', async () => {
    const before = migrations.filter((m) => m.version < 170).at(-1)!.version
    await databaseOf(before, (c) =>
      c.sql.exec(`INSERT INTO bank_account(id, code, name, bankName, accountNumber, swift, currency, openedOn, active, revision)
          VALUES ('b', 'B', '', '', '', '', 'CNY', '2025-12-31', 1, 1);
        INSERT INTO receipt(id, number, bankAccountId, receivedOn, currency, amount, charge, rate, amountBase, payerName, remark, status, item, journalId, createdAt)
          VALUES ('r', 'RC1', 'b', '2026-01-01', 'CNY', 1, 0, 1, 1, '', '', 'unclaimed', 'r:1', 1, '2026-01-01')`),
    )
    const connection = openWritable(file)
    await migrate(connection, async () => undefined, upTo(170))
    expect(connection.sql.prepare('SELECT id, vendorId FROM receipt').all()).toEqual([{ id: 'r', vendorId: null }])
    const insert = (id: string, status: string) => () =>
      connection.sql
        .prepare(
          `INSERT INTO revaluation(id, number, month, "on", withAdvances, bankDifference, itemDifference, status, createdAt)
           VALUES (?, ?, '2026-05', '2026-05-31', 0, 0, 0, ?, '2026-06-01')`,
        )
        .run(id, id, status)
    insert('a', 'reversed')()
    insert('b', 'posted')()
    expect(insert('c', 'posted')).toThrow('UNIQUE')
    connection.close()
  })

  it('bring the version before to 180: allocations have no journals on later days, credit notes stand without goods and VAT, one unit is one unit', async () => {
    const before = migrations.filter((m) => m.version < 180).at(-1)!.version
    await databaseOf(before, (c) => {
      c.sql.exec(`INSERT INTO party(id, kind, code, name, nameZh, shortName, country, city, address, website, email, phone, taxNumber, currency,
          paymentTerm, bankDetails, remark, status, level, creditGrade, creditLimit, creditCurrency, incoterm, port, source, industry, ownerId, departmentId, active,
          normalName, domain, phoneDigits, createdAt, revision)
        VALUES ('p', 'factory', 'V1', '海天', '', '', NULL, '', '', '', '', '', '', 'CNY', '[]', '', '', 'active', NULL, '', NULL, 'CNY', NULL, '', '', '', NULL, NULL, 1, '', '', '', '2026-01-01', 1);
        INSERT INTO credit_note(id, number, partyId, "on", currency, amount, rate, dealId, reason, status, journalId, createdAt)
        VALUES ('n', 'CN1', 'p', '2026-01-01', 'CNY', 100, 100000000, NULL, 'x', 'posted', 1, '2026-01-01');
        INSERT INTO allocation(id, batchId, "on", source, target, sourceAmount, amount, difference, status, journalId)
        VALUES ('a', 'b', '2026-01-01', 's', 't', 1, 1, 0, 'posted', 1)`)
    })
    const connection = openWritable(file)
    await migrate(connection, async () => undefined, upTo(180))
    expect(connection.sql.prepare('SELECT id, amount, vatRate FROM credit_note').all()).toEqual([{ id: 'n', amount: 100, vatRate: 0 }])
    const columns = connection.sql.prepare("SELECT name, dflt_value FROM pragma_table_info('purchase_line') WHERE name LIKE 'units%'").all()
    expect(columns).toEqual([
      { name: 'unitsBought', dflt_value: '10000' },
      { name: 'unitsSold', dflt_value: '10000' },
    ])
    expect(connection.sql.prepare('SELECT id, rests FROM allocation').all()).toEqual([{ id: 'a', rests: '[]' }])
    expect(connection.sql.prepare('SELECT count(*) AS n FROM credit_note_line').get()).toEqual({ n: 0 })
    connection.close()
  })

  it('bring the version before to 190: the ageing reads the kind of open items from their index alone', async () => {
    const before = migrations.filter((m) => m.version < 190).at(-1)!.version
    const connection = openWritable(':memory:')
    await migrate(connection, async () => undefined, upTo(before))
    await migrate(connection, async () => undefined, upTo(190))
    const plan = connection.sql
      .prepare(
        `EXPLAIN QUERY PLAN SELECT party, sum(openBase) FILTER (WHERE kind = 'advance') FROM open_item
         WHERE account IN ('1122', '2203') AND (openForeign <> 0 OR openBase <> 0) GROUP BY party`,
      )
      .all() as { detail: string }[]
    expect(plan.map((r) => r.detail).join(' | ')).toContain('COVERING INDEX open_item_open')
    connection.close()
  })

  it('bring the version before to 60: data kept, freight inquiries added, who ships or sells may make them in their scope', async () => {
    const before = migrations.filter((m) => m.version < 60).at(-1)!.version
    await databaseOf(before, (c) => {
      aDepartment(c)
      const role = c.sql.prepare("INSERT INTO role(id, code, name, nameEn, permissions, scopes, revision) VALUES (?, ?, ?, '', ?, ?, 1)")
      role.run('r1', 'salesperson', '业务员', '["deal.view"]', '{"deal":"own"}')
      role.run('r2', null, '自己的', '["deal.view"]', '{"deal":"own"}')
    })
    const connection = openWritable(file)
    const backups: number[] = []
    expect(await migrate(connection, async (from) => void backups.push(from), upTo(60))).toEqual({ from: before, to: 60 })
    expect(backups).toEqual([before])
    expect(connection.sql.prepare('SELECT permissions, scopes FROM role ORDER BY id').all()).toEqual([
      {
        permissions: '["deal.view","freight-inquiry.view","freight-inquiry.create","freight-inquiry.edit"]',
        scopes: '{"deal":"own","freight-inquiry":"own"}',
      },
      { permissions: '["deal.view"]', scopes: '{"deal":"own"}' },
    ])
    expect(connection.sql.prepare('SELECT id FROM department').all()).toEqual([{ id: 'd1' }])
    expect(connection.sql.prepare('SELECT count(*) AS n FROM freight_inquiry').get()).toEqual({ n: 0 })
    connection.close()
  })

  it('bring the version before to 80: data kept, letters of credit added, who handles them may', async () => {
    const before = migrations.filter((m) => m.version < 80).at(-1)!.version
    await databaseOf(before, (c) => {
      const role = c.sql.prepare("INSERT INTO role(id, code, name, nameEn, permissions, scopes, revision) VALUES (?, ?, ?, '', ?, ?, 1)")
      role.run('r1', 'salesperson', '业务员', '["deal.view"]', '{"deal":"own"}')
      role.run('r2', null, '自己的', '["deal.view"]', '{"deal":"own"}')
      role.run('r3', 'auditor', '审计', '["letter-of-credit.view"]', '{}')
    })
    const connection = openWritable(file)
    const backups: number[] = []
    expect(await migrate(connection, async (from) => void backups.push(from), upTo(80))).toEqual({ from: before, to: 80 })
    expect(backups).toEqual([before])
    expect(connection.sql.prepare('SELECT permissions, scopes FROM role ORDER BY id').all()).toEqual([
      { permissions: '["deal.view","letter-of-credit.view"]', scopes: '{"deal":"own","letter-of-credit":"own"}' },
      { permissions: '["deal.view"]', scopes: '{"deal":"own"}' },
      { permissions: '["letter-of-credit.view","letter-of-credit.export"]', scopes: '{"letter-of-credit":"all"}' },
    ])
    expect(connection.sql.prepare('SELECT count(*) AS n FROM letter_of_credit').get()).toEqual({ n: 0 })
    connection.close()
  })

  it('bring the version before to 150: what was found before is found, and entries may wait', async () => {
    const before = migrations.filter((m) => m.version < 150).at(-1)!.version
    await databaseOf(before, (c) => {
      c.sql.exec(`INSERT INTO search_entry(id, kind, title, detail, text, initials) VALUES ('e1', 'customer', 'Lamp', '', 'lamp', '')`)
      c.sql.exec(`INSERT INTO search_grams(rowid, grams) VALUES (1, 'la am mp')`)
    })
    const connection = openWritable(file)
    await migrate(connection, async () => undefined, upTo(150))
    expect(searchEntries(connection.sql, 'amp', 5, [{ kind: 'customer' }])).toMatchObject([{ id: 'e1' }])
    expect(connection.sql.prepare('SELECT count(*) AS n FROM search_waiting').get()).toEqual({ n: 0 })
    connection.close()
  })

  it('240: sales figures stay with whoever saw them, but for a ready-made shipping clerk whom nobody has changed', async () => {
    const before = migrations.filter((m) => m.version < 240).at(-1)!.version
    await databaseOf(before, (c) => {
      const role = c.sql.prepare(
        "INSERT INTO role(id, code, name, nameEn, permissions, scopes, revision) VALUES (?, ?, '', '', ?, '{}', 1)",
      )
      role.run('r1', 'shipping-clerk', '["sales-contract.view"]')
      role.run('r2', 'salesperson', '["sales-contract.view"]')
      role.run('r3', null, '["sales-contract.view","sales-contract.export"]')
      role.run('r4', 'administrator', '["company.edit"]')
    })
    const rights = (c: Connection) =>
      Object.fromEntries(
        (c.sql.prepare('SELECT id, permissions FROM role ORDER BY id').all() as { id: string; permissions: string }[]).map((r) => [
          r.id,
          JSON.parse(r.permissions) as string[],
        ]),
      )
    const connection = openWritable(file)
    await migrate(connection, async () => undefined, upTo(240))
    expect(rights(connection)).toEqual({
      r1: ['sales-contract.view'],
      r2: ['sales-contract.view', 'sales-figures.view'],
      r3: ['sales-contract.view', 'sales-contract.export', 'sales-figures.view'],
      r4: ['company.edit', 'list-view.share'],
    })
    connection.close()
  })

  it('250: whoever has signed in is known on the devices they did it from', async () => {
    const before = migrations.filter((m) => m.version < 250).at(-1)!.version
    await databaseOf(before, (c) => {
      const user = c.sql.prepare(
        "INSERT INTO user(id, login, loginKey, name, nameEn, email, phone, language, active, createdAt, revision) VALUES (?, ?, ?, '', '', '', '', 'zh', 1, '', 1)",
      )
      for (const id of ['u1', 'u2']) user.run(id, id, id)
      const entry = c.sql.prepare(
        "INSERT INTO audit(at, userId, device, kind, name, outcome, previous, hash) VALUES ('', ?, ?, ?, '', '{}', '', '')",
      )
      const rows = [
        ['u1', 'desktop', 'sign-in'],
        ['u1', 'desktop', 'sign-in'],
        ['u1', 'http 10.0.0.2', 'sign-in'],
        ['u2', 'desktop', 'command'],
        [null, 'desktop', 'sign-in-failed'],
      ]
      for (const row of rows) entry.run(...row)
    })
    const connection = openWritable(file)
    await migrate(connection, async () => undefined, upTo(250))
    expect(connection.sql.prepare('SELECT * FROM sign_in_place ORDER BY userId, device').all()).toEqual([
      { userId: 'u1', device: 'desktop', failures: 0, waitUntil: null },
      { userId: 'u1', device: 'http 10.0.0.2', failures: 0, waitUntil: null },
    ])
    connection.close()
  })

  it('[U56] 270: what stands is sealed in an entry of the trail, as it stands after all migrations; a new company needs no seal', async () => {
    const before = migrations.filter((m) => m.version < 270).at(-1)!.version
    await databaseOf(before, (c) => {
      const entry = c.sql.prepare(`INSERT INTO audit(id, at, userId, device, kind, name, commandId, subject, input, outcome, previous, hash)
        VALUES (?, '2026-03-02T00:00:00.000Z', NULL, 'desk', 'command', 'x', NULL, NULL, '{}', '{}', 'p', 'h')`)
      c.sql.exec('BEGIN')
      for (let id = 1; id <= 2500; id++) entry.run(id)
      c.sql.exec('COMMIT')
      c.sql.exec(`INSERT INTO change(pos, tableName, rowId, kind, before, after) VALUES (0, 'user', 'u', 'put', NULL, '{}'), (2400, 'party', 'p', 'put', NULL, '{"name":"汉"}');
        INSERT INTO journal(date, kind, documentKind, documentId, documentNumber, memo, pos, reverses) VALUES ('2026-03-02', 'bill', 'bill', 'b', 'B1', '', 2400, NULL);
        INSERT INTO posting(journalId, date, account, base, currency, "foreign") VALUES (1, '2026-03-02', '1002', 5, 'CNY', 5), (1, '2026-03-02', '6001', -5, 'CNY', -5)`)
    })
    const connection = openWritable(file)
    await migrate(connection, async () => undefined)
    const seals = connection.sql.prepare('SELECT * FROM audit_seal ORDER BY pos').all() as {
      pos: number
      changes: string
      ledger: string
      hash: string
    }[]
    expect(seals.map((seal) => [seal.pos, seal.changes !== '', seal.ledger !== ''])).toEqual([
      [0, true, false],
      [2400, true, true],
    ])
    const entries = connection.sql.prepare('SELECT kind, outcome, changes, ledger FROM audit WHERE id > 2499 ORDER BY id').all()
    const outcome = JSON.stringify({ through: 2500, positions: 2, hash: seals[1]!.hash })
    expect(entries).toEqual([
      { kind: 'command', outcome: '{}', changes: null, ledger: null },
      { kind: 'seal', outcome, changes: '', ledger: '' },
    ])
    expect(() => connection.sql.exec('DELETE FROM audit_seal')).toThrow('seals are never removed')
    expect(() => connection.sql.exec("UPDATE audit_seal SET changes = ''")).toThrow('seals never change')
    connection.close()
    rmSync(file)
    const anew = openWritable(file)
    await migrate(anew, nothingToBackUp)
    expect(anew.sql.prepare('SELECT (SELECT count(*) FROM audit) + (SELECT count(*) FROM audit_seal) AS n').get()).toEqual({ n: 0 })
    anew.close()
  })

  it('[T44] 280: money entered before the search knew bank references is found by them, at once and after the keeper took it in', async () => {
    const find = (c: Connection, text: string) => searchEntries(c.sql, text, 9, [{ kind: 'receipt' }, { kind: 'payment' }]).map((e) => e.id)
    await databaseOf(270, (c) => {
      c.pragma('foreign_keys = OFF')
      const receipt =
        c.sql.prepare(`INSERT INTO receipt(id, number, bankAccountId, receivedOn, currency, amount, charge, rate, amountBase, payerName, remark, status,
        item, journalId, createdAt, bankReference) VALUES (?, ?, 'b1', '2026-01-05', 'USD', 1, 0, 1, 1, '', '', 'posted', '', 1, '2026', ?)`)
      c.sql.exec(`INSERT INTO bank_account(id, code, name, bankName, accountNumber, swift, currency, openedOn, active, revision)
        VALUES ('b1', 'BOC', '', '', '', '', 'USD', '2025-12-31', 1, 1)`)
      const texts = { words: [], spellings: [], detail: '', kind: 'receipt', ownerId: null, departmentId: null }
      for (const [id, reference] of [
        ['r1', 'FT-2601-0007'],
        ['r2', ''],
        ['r4', 'FT26010011'],
        ['r3', 'FT2601 0009'],
      ] as const) {
        receipt.run(id, `RC-${id}`, reference)
        indexEntry(c.sql, { ...texts, id, title: `RC-${id}`, ...(id === 'r4' ? { words: [reference] } : {}) })
        if (id !== 'r3') takeInEntries(c.sql, 9)
      }
      expect([find(c, 'FT-2601-0007'), find(c, 'ft26010009'), find(c, 'FT26010011')]).toEqual([[], [], ['r4']])
    })
    const connection = openWritable(file)
    await migrate(connection, async () => undefined)
    const all = () => ['ft26010007', '2601-0009', 'FT26010011', 'RC-r1', 'RC-r2'].map((text) => find(connection, text))
    expect(all()).toEqual([['r1'], ['r3'], ['r4'], ['r1'], ['r2']])
    expect(connection.sql.prepare('SELECT id FROM search_waiting ORDER BY id').all()).toEqual([{ id: 'r1' }, { id: 'r3' }])
    takeInEntries(connection.sql, 9)
    expect(all()).toEqual([['r1'], ['r3'], ['r4'], ['r1'], ['r2']])
    expect(connection.sql.prepare('SELECT count(*) AS n FROM returned_source').get()).toEqual({ n: 0 })
    connection.close()
  })

  it('240: a shipping clerk’s role that the company has changed keeps what it had', async () => {
    const before = migrations.filter((m) => m.version < 240).at(-1)!.version
    await databaseOf(before, (c) => {
      c.sql.exec(`INSERT INTO role(id, code, name, nameEn, permissions, scopes, revision) VALUES ('r1', 'shipping-clerk', '', '', '["sales-contract.view"]', '{}', 2);
        INSERT INTO change(pos, tableName, rowId, kind, before, after) VALUES (1, 'role', 'r1', 'patch', '{"name":"x"}', '{"name":""}')`)
    })
    const connection = openWritable(file)
    await migrate(connection, async () => undefined, upTo(240))
    const { permissions } = connection.sql.prepare("SELECT permissions FROM role WHERE id = 'r1'").get() as { permissions: string }
    expect(JSON.parse(permissions)).toEqual(['sales-contract.view', 'sales-figures.view'])
    const plan = connection.sql
      .prepare("EXPLAIN QUERY PLAN SELECT openForeign FROM open_item WHERE contract = 1 AND account = '1122'")
      .all() as { detail: string }[]
    expect(plan[0]!.detail).toContain('open_item_contract')
    connection.close()
  })

  const failing: Record<string, Migration> = {
    'in its SQL': { version: newestVersion + 10, name: 'broken', sql: 'DELETE FROM department; INSERT INTO no_such_table VALUES (1)' },
    'in its references': {
      version: newestVersion + 10,
      name: 'orphans',
      sql: 'DROP TABLE department; CREATE TABLE department (id TEXT PRIMARY KEY) STRICT;',
    },
  }
  for (const [where, broken] of Object.entries(failing))
    it(`fail as a whole when one fails ${where}: the file keeps every byte`, async () => {
      await databaseOf(10, (c) => {
        aDepartment(c)
        c.sql.exec(`INSERT INTO user(id, login, name, nameEn, email, phone, departmentId, language, active, createdAt, revision)
          VALUES ('u1', 'li', 'Li', '', '', '', 'd1', 'zh', 1, '2026-01-01', 1)`)
      })
      const before = hash(file)
      const connection = openWritable(file)
      const tried = migrate(connection, async () => undefined, [...migrations, broken])
      await expect(tried).rejects.toThrow(MigrationFailed)
      await expect(tried).rejects.toThrow(`${broken.version} ${broken.name}`)
      expect(versionOf(connection)).toBe(10)
      connection.close()
      expect(hash(file)).toBe(before)
    })

  it('bring the version before to 110: every deal has its result, from its postings or of zeros, and keeps it from then on', async () => {
    const deal = (c: Connection, id: string, openedOn: string) =>
      c.sql
        .prepare(
          "INSERT INTO deal(id, number, customerId, openedOn, stage, contractedBase, ownerId, departmentId, createdAt, revision) VALUES (?, ?, 'p', ?, 'draft', 0, 'u', NULL, '', 1)",
        )
        .run(id, id, openedOn)
    await databaseOf(90, (c) => {
      c.pragma('foreign_keys = OFF')
      c.sql.exec(`INSERT INTO user(id, login, name, nameEn, email, phone, departmentId, language, active, createdAt, revision) VALUES ('u', 'u', 'u', '', '', '', NULL, 'zh', 1, '', 1);
        INSERT INTO party(id, kind, code, name, nameZh, shortName, country, city, address, website, email, phone, taxNumber, currency, paymentTerm, bankDetails, remark, status, level,
          creditGrade, creditLimit, creditCurrency, incoterm, port, source, industry, ownerId, departmentId, active, normalName, domain, phoneDigits, createdAt, revision)
        VALUES ('p', 'customer', 'C1', 'p', '', '', NULL, '', '', '', '', '', '', 'USD', '[]', '', '', 'active', 'B', '', NULL, 'USD', NULL, '', '', '', 'u', NULL, 1, 'p', '', '', '', 1)`)
      deal(c, 'd1', '2026-01-02')
      deal(c, 'd2', '2026-01-01')
      c.sql.exec(`INSERT INTO ledger_key(key, id) VALUES (7, 'd1');
        INSERT INTO sum_deal(deal, account, category, currency, base, "foreign") VALUES
          (7, '6001', '', 'USD', -71000, -10000), (7, '6401', 'purchase', 'CNY', 40000, 40000), (7, '6401', 'tax-refund', 'CNY', -4600, -4600),
          (7, '6601', 'freight', 'USD', 7100, 1000), (7, '6603', 'exchange-difference', 'CNY', 120, 120), (7, '6603', 'bank-charge', 'CNY', 50, 50), (7, '1122', '', 'USD', 71000, 10000)`)
    })
    const connection = openWritable(file)
    await migrate(connection, async () => undefined)
    const results = () =>
      connection.sql
        .prepare(
          'SELECT k.id, r.openedOn, revenue, cost, expenses, exchange, profit FROM sum_result r JOIN ledger_key k ON k.key = r.deal ORDER BY k.id',
        )
        .all()
    const none = { revenue: 0, cost: 0, expenses: 0, exchange: 0, profit: 0 }
    const d1 = { id: 'd1', openedOn: '2026-01-02', revenue: 71_000, cost: 35_400, expenses: 7150, exchange: -120, profit: 28_330 }
    expect(results()).toEqual([d1, { id: 'd2', openedOn: '2026-01-01', ...none }])
    deal(connection, 'd3', '2026-02-01')
    connection.sql.exec("UPDATE deal SET openedOn = '2026-02-02' WHERE id = 'd3'; DELETE FROM deal WHERE id = 'd2'")
    expect(results()).toEqual([d1, { id: 'd3', openedOn: '2026-02-02', ...none }])
    connection.close()
  })

  it('bring the version before to 260: nothing is known of backups yet, owners may restore and administrators make them', async () => {
    await databaseOf(240, (c) => {
      for (const code of ['owner', 'administrator', 'auditor'])
        c.sql
          .prepare(
            "INSERT INTO role(id, code, name, nameEn, permissions, scopes, revision) VALUES (?, ?, ?, '', '[\"audit.view\"]', '{}', 1)",
          )
          .run(code, code, code)
    })
    const connection = openWritable(file)
    const backups: number[] = []
    expect(await migrate(connection, async (from) => void backups.push(from), upTo(260))).toEqual({ from: 240, to: 260 })
    expect(backups).toEqual([240])
    expect(connection.sql.prepare('SELECT code, permissions, revision FROM role ORDER BY code').all()).toEqual([
      { code: 'administrator', permissions: '["audit.view","backup.view","backup.make"]', revision: 3 },
      { code: 'auditor', permissions: '["audit.view"]', revision: 1 },
      { code: 'owner', permissions: '["audit.view","backup.view","backup.make","backup.restore"]', revision: 4 },
    ])
    expect(connection.sql.prepare('SELECT (SELECT count(*) FROM backup) + (SELECT count(*) FROM backup_task) AS n').get()).toEqual({ n: 0 })
    connection.close()
  })

  it('touch nothing when the backup fails', async () => {
    await databaseOf(10, aDepartment)
    const before = hash(file)
    const connection = openWritable(file)
    await expect(migrate(connection, () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full')
    connection.close()
    expect(hash(file)).toBe(before)
  })

  it('may build a table anew without losing what points to it, and check references again afterwards', async () => {
    await databaseOf(10, (c) => {
      aDepartment(c)
      c.sql.exec("INSERT INTO department(id, name, nameEn, parentId, path, revision) VALUES ('d2', '二部', '', 'd1', '/d1/d2/', 1)")
    })
    const connection = openWritable(file)
    const anew = `CREATE TABLE department_new (id TEXT PRIMARY KEY, name TEXT NOT NULL, nameEn TEXT NOT NULL, parentId TEXT REFERENCES department(id),
      path TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL, code TEXT NOT NULL DEFAULT '') STRICT;
      INSERT INTO department_new SELECT *, '' FROM department; DROP TABLE department; ALTER TABLE department_new RENAME TO department;`
    await migrate(connection, async () => undefined, [...upTo(10), { version: 30, name: 'department code', sql: anew }])
    expect(connection.sql.prepare('SELECT id, code FROM department ORDER BY id').all()).toEqual([
      { id: 'd1', code: '' },
      { id: 'd2', code: '' },
    ])
    expect(() => connection.sql.exec("UPDATE department SET parentId = 'nobody'")).toThrow('FOREIGN KEY')
    connection.close()
  })

  describe('are kept from', () => {
    /** Looks, and expects that looking changed no file and left none. */
    const look = (thorough = false) => {
      const before = readdirSync(folder).map((f) => [f, hash(path.join(folder, f))])
      const state = inspect(file, thorough)
      expect(readdirSync(folder).map((f) => [f, hash(path.join(folder, f))])).toEqual(before)
      return state
    }
    const alter = (from: number, bytes: Buffer) => {
      const content = readFileSync(file)
      bytes.copy(content, from)
      writeFileSync(file, content)
    }

    it('a file of today, when it is only looked at', async () => {
      await databaseOf(newestVersion, aDepartment)
      expect(look()).toEqual({ state: 'present', version: newestVersion })
      expect(look(true)).toEqual({ state: 'present', version: newestVersion })
    })

    it("a stranger's database", () => {
      const stranger = openWritable(file)
      stranger.sql.exec('CREATE TABLE recipe(id INTEGER PRIMARY KEY) STRICT')
      stranger.close()
      expect(look()).toEqual({ state: 'foreign' })
    })

    it('a database of a newer version', async () => {
      await databaseOf(newestVersion, (c) => void c.pragma(`user_version = ${newestVersion + 10}`))
      expect(look()).toEqual({ state: 'present', version: newestVersion + 10 })
    })

    it('text, and a database cut short', async () => {
      writeFileSync(file, 'no database at all, but longer than a header would be'.repeat(10))
      expect(look()).toMatchObject({ state: 'damaged' })
      rmSync(file)
      await databaseOf(newestVersion, aDepartment)
      writeFileSync(file, readFileSync(file).subarray(0, 20_000))
      expect(look()).toMatchObject({ state: 'damaged' })
    })

    it('a database with a torn page', async () => {
      await databaseOf(newestVersion, aDepartment)
      alter(4096 * 3, Buffer.alloc(4096, 0xa5))
      expect(look()).toMatchObject({ state: 'damaged' })
    })

    it('nothing: an office cut off at its first start leaves a file that is begun again', async () => {
      writeFileSync(file, '')
      expect(look()).toEqual({ state: 'absent' })
      openWritable(file).close()
      expect(existsSync(file)).toBe(true)
      expect(look()).toEqual({ state: 'absent' })
    })

    it('nothing: what stands in the write-ahead log of an office that was killed counts', async () => {
      const killed = path.join(folder, 'killed.sqlite')
      const connection = openWritable(killed)
      await migrate(connection, nothingToBackUp)
      aDepartment(connection)
      for (const end of ['', '-wal']) copyFileSync(killed + end, file + end)
      connection.close()
      expect(inspect(file)).toEqual({ state: 'present', version: newestVersion })
      const again = openReadable(file)
      expect(again.sql.prepare('SELECT id FROM department').all()).toEqual([{ id: 'd1' }])
      again.close()
    })
  })
})
