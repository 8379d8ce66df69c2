// Migration 490: whatever has a number of its own is found by it (Ctrl+K), also what was there before: customs declarations, certificates of origin, credit notes,
// transfers, tax refunds received and revaluations. Rule W28 of the workbench.
import type { Sql } from '../open.ts'
import { indexEntry } from '../search.ts'
import { spellings } from '../spelling.ts'

/** Nothing changes in the tables. */
export const foundByNumber = ''

/** What each is found by, as its module indexes it: title, second line, and further texts, apart by line ends. */
const FOUND: Readonly<Record<string, string>> = {
  'customs-declaration': `SELECT d.id, d.number AS title, s.number || ' · ' || p.name AS detail,
    s.number || char(10) || s.declarationNumber || char(10) || p.name || char(10) || p.nameZh || char(10) || p.shortName AS words
    FROM customs_declaration d JOIN shipment s ON s.id = d.shipmentId JOIN party p ON p.id = s.customerId`,
  'origin-certificate': `SELECT d.id, d.number AS title, s.number || ' · ' || p.name AS detail, d.certificateNumber || char(10) || s.number || char(10) ||
    s.declarationNumber || char(10) || p.name || char(10) || p.nameZh || char(10) || p.shortName AS words
    FROM origin_certificate d JOIN shipment s ON s.id = d.shipmentId JOIN party p ON p.id = s.customerId`,
  'credit-note': `SELECT d.id, d.number AS title, p.name AS detail, p.nameZh || char(10) || p.code || char(10) || d.reason AS words
    FROM credit_note d JOIN party p ON p.id = d.partyId`,
  transfer: `SELECT d.id, d.number AS title, f.name || ' → ' || o.name AS detail, f.name || char(10) || o.name || char(10) || d.remark AS words
    FROM transfer d JOIN bank_account f ON f.id = d.fromAccountId JOIN bank_account o ON o.id = d.toAccountId`,
  'tax-refund-receipt': `SELECT d.id, d.number AS title, b.name AS detail, coalesce((SELECT group_concat(i.documentNumber, char(10)) FROM tax_refund_line l
    JOIN open_item i ON i.ref = l.item WHERE l.receiptId = d.id), '') || char(10) || d.remark AS words
    FROM tax_refund_receipt d JOIN bank_account b ON b.id = d.bankAccountId`,
  revaluation: `SELECT id, number AS title, month AS detail, '' AS words FROM revaluation`,
}

/** They wait, and are found at once; the search keeper takes them into the full-text tables after the start. */
export const findByOwnNumber = (sql: Sql): void => {
  for (const [kind, select] of Object.entries(FOUND))
    for (const row of sql.prepare(select).all() as { id: string; title: string; detail: string; words: string }[]) {
      const words = row.words.split('\n').filter((text) => text !== '')
      const texts = [row.title, row.detail, ...words]
      indexEntry(sql, {
        ...{ id: row.id, kind, title: row.title, detail: row.detail, ownerId: null, departmentId: null, words },
        spellings: texts.flatMap((text) => spellings(text)),
      })
    }
}
