// Migration 200: texts get their kept keys: by `<column>Key` they are sorted and unique, by `<column>Fold` they are searched (db/folded-texts.ts).
// What exists twice already stays: only new and changed codes are refused.

type Kind = 'code' | 'account' | 'name' | 'person' | 'words'
const table = (name: string, columns: Record<string, Kind>) =>
  Object.entries(columns).flatMap(([column, kind]) => {
    const key = kind === 'words' ? [] : [{ column: `${column}Key`, made: `text_key('${kind}', ${column})` }]
    return [...key, { column: `${column}Fold`, made: `text_fold('${kind}', ${column})` }].map((k) => ({ table: name, ...k }))
  })

const number = { number: 'code' } as const
const kept = [
  ...table('user', { login: 'code', name: 'person', nameEn: 'name', email: 'words', phone: 'words' }),
  ...table('department', { name: 'code' }),
  ...table('role', { name: 'code' }),
  ...table('party', { code: 'code', name: 'name', nameZh: 'name', shortName: 'words', email: 'words', phone: 'words' }),
  ...table('contact', { name: 'words', email: 'words', phone: 'words', wechat: 'words', whatsapp: 'words' }),
  ...table('product_category', { name: 'code', nameZh: 'name' }),
  ...table('product', { code: 'code', name: 'name', nameZh: 'name', specification: 'words', hsCode: 'words' }),
  ...table('milestone_template', { name: 'code' }),
  ...table('deal', number),
  ...table('sales_contract', { ...number, buyerOrderNumber: 'code' }),
  ...table('sales_line', { description: 'words' }),
  ...table('purchase_contract', number),
  ...table('purchase_line', { description: 'words' }),
  ...table('quotation', { ...number, inquiryNumber: 'code' }),
  ...table('quotation_line', { description: 'words' }),
  ...table('profit_estimate', number),
  ...table('freight_inquiry', number),
  ...table('shipment', {
    ...number,
    invoiceNumber: 'code',
    declarationNumber: 'code',
    billOfLadingNumber: 'code',
    bookingNumber: 'code',
    vessel: 'words',
    containers: 'words',
  }),
  ...table('letter_of_credit', { ...number, bankNumber: 'code' }),
  ...table('credit_insurance', { policyNumber: 'code' }),
  ...table('bank_account', { code: 'code', name: 'name', bankName: 'words', accountNumber: 'account' }),
  ...table('bill', { ...number, invoiceNumber: 'code' }),
  ...table('receipt', { ...number, payerName: 'name', bankReference: 'code' }),
  ...table('payment', { ...number, bankReference: 'code' }),
  ...table('payment_request', number),
  ...table('transfer', number),
  ...table('credit_note', number),
  ...table('tax_refund_receipt', number),
]

const columns = kept.map((k) => `ALTER TABLE ${k.table} ADD COLUMN ${k.column} TEXT NOT NULL DEFAULT '';`).join('\n')
const fill = [...new Set(kept.map((k) => k.table))]
  .map((name) => {
    const own = kept.filter((k) => k.table === name)
    return `UPDATE ${name} SET ${own.map((k) => `${k.column} = coalesce(${k.made}, '')`).join(', ')};`
  })
  .join('\n')

const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ł: 'l', ı: 'i', þ: 'th' }
const plainLetters = Object.entries(LETTERS).reduce((text, [letter, plain]) => `replace(${text}, '${letter}', '${plain}')`, 'e.text')
/** How people are reached, as words of their customer's or vendor's search entry. */
const reached = `coalesce((SELECT group_concat(rtrim(k.emailFold) || rtrim(k.phoneFold) || rtrim(k.wechatFold) || rtrim(k.whatsappFold), '')
  FROM contact k WHERE k.partyId = e.id), '')`
const ENTRY = 'id, kind, title, detail, ownerId, departmentId, text, initials'

const NUMBERED = [
  'deal',
  'sales_contract',
  'purchase_contract',
  'quotation',
  'profit_estimate',
  'freight_inquiry',
  'shipment',
  'letter_of_credit',
  'bill',
  'receipt',
  'payment',
  'payment_request',
]

export const keptKeys = `
ALTER TABLE receipt ADD COLUMN bankReference TEXT NOT NULL DEFAULT '';
ALTER TABLE payment ADD COLUMN bankReference TEXT NOT NULL DEFAULT '';

${columns}
${fill}

-- Search entries learn how contacts are reached, and letters that Unicode does not take apart: they wait to be taken in again.
UPDATE search_waiting AS e SET text = ${plainLetters} || ${reached};
INSERT OR IGNORE INTO search_waiting(${ENTRY})
  SELECT e.id, e.kind, e.title, e.detail, e.ownerId, e.departmentId, ${plainLetters} || ${reached}, e.initials FROM search_entry e
  WHERE e.text GLOB '*[${Object.keys(LETTERS).join('')}]*' OR e.id IN (SELECT partyId FROM contact WHERE email || phone || wechat || whatsapp <> '');

-- Lists are sorted by the keys: the indexes on the texts themselves served nothing else.
DROP INDEX party_kind_code;
DROP INDEX party_kind_name;
DROP INDEX product_name;
CREATE INDEX party_kind_code ON party(kind, codeKey);
CREATE INDEX party_kind_name ON party(kind, nameKey);
CREATE INDEX party_code_key ON party(codeKey);
CREATE INDEX product_code_key ON product(codeKey);
CREATE INDEX product_name_key ON product(nameKey);
${NUMBERED.map((name) => `CREATE INDEX ${name}_number_key ON ${name}(numberKey);`).join('\n')}
-- What exists once is looked up by them.
CREATE INDEX bill_invoice ON bill(partyId, invoiceNumberKey) WHERE invoiceNumberKey <> '';
CREATE INDEX shipment_invoice ON shipment(invoiceNumberKey) WHERE invoiceNumberKey <> '';
CREATE INDEX shipment_declaration ON shipment(declarationNumberKey) WHERE declarationNumberKey <> '';
CREATE INDEX shipment_bill_of_lading ON shipment(billOfLadingNumberKey) WHERE billOfLadingNumberKey <> '';
CREATE INDEX shipment_booking ON shipment(bookingNumberKey) WHERE bookingNumberKey <> '';
CREATE INDEX letter_of_credit_bank_number ON letter_of_credit(bankNumberKey);
CREATE INDEX receipt_reference ON receipt(bankAccountId, bankReferenceKey) WHERE bankReferenceKey <> '';
CREATE INDEX payment_reference ON payment(bankAccountId, bankReferenceKey) WHERE bankReferenceKey <> '';

-- By what parties are known beside their names, so that one who is entered twice is noticed; and why it was entered all the same.
ALTER TABLE party ADD COLUMN duplicateReason TEXT NOT NULL DEFAULT '';
CREATE TABLE party_mark (
  id TEXT PRIMARY KEY, partyId TEXT NOT NULL REFERENCES party(id), kind TEXT NOT NULL CHECK (kind IN ('mail', 'domain', 'phone', 'tax')), mark TEXT NOT NULL
) STRICT;
CREATE INDEX party_mark_mark ON party_mark(kind, mark);
CREATE INDEX party_mark_party ON party_mark(partyId);
INSERT OR IGNORE INTO party_mark(id, partyId, kind, mark)
  SELECT f.party || ':' || (m.value ->> 'kind') || ':' || (m.value ->> 'mark'), f.party, m.value ->> 'kind', m.value ->> 'mark'
  FROM (${['email', 'website', 'phone', 'taxNumber'].map((c) => `SELECT id AS party, '${c}' AS source, ${c} AS text FROM party`).join(' UNION ALL ')}
    UNION ALL SELECT partyId, 'email', email FROM contact UNION ALL SELECT partyId, 'phone', phone FROM contact
    UNION ALL SELECT partyId, 'phone', whatsapp FROM contact) f, json_each(party_marks(f.source, f.text)) m;
`
