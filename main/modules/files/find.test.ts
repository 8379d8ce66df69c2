// Files found by their names and texts: by two letters of Chinese, only by who may read them, never from the bin nor an older version. Rule FI24 of files.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dropFileTexts, putFileText } from '../../../db/file-text.ts'
import { plainText } from '../../../preload/contract/vocabulary/fold.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { contracts } from '../contracts/index.ts'
import { salesLine, signedSale, tradeOffice, type Trade } from '../contracts/testing/trade.ts'
import { deals } from '../deals/index.ts'
import { parties } from '../parties/index.ts'
import { purchasing } from '../purchasing/index.ts'
import { purchaseLine, signedPurchase } from '../purchasing/testing/goods.ts'
import { excerptOf } from './excerpt.ts'
import { contentsToRead, files, textsToForget } from './index.ts'
import { aFile, received } from './testing/received.ts'

const office = () => tradeOffice([parties, deals, contracts, purchasing, files])
type File = ReturnType<typeof aFile>
const hung = async (
  of: Trade,
  recordKind: 'customer' | 'sales-contract' | 'purchase-contract',
  recordId: string,
  text: string,
  given: object = {},
) => {
  const file: File = { ...aFile(of), ...given }
  await of.run('attach-files', { recordKind, recordId, files: [file] })
  putFileText(of.database.write.sql, file.sha256, text)
  return file
}
const names = async (of: Trade, text: string, as?: Awaited<ReturnType<Trade['user']>>) =>
  (await of.query('find-in-files', { text, limit: 20 }, as)).map(({ name }) => name)

test('[FI24] by any two letters that stand side by side, all words of them, in whatever width and case; with what stands around', async () => {
  const of = await office()
  const customerId = of.customer({ name: 'Acme' })
  const file = await hung(of, 'customer', customerId, '质量标准：按封样，允许溢短装百分之三；逾期交货按日支付违约金。Payment by T/T', {
    name: '补充协议.pdf',
  })
  expect(await of.query('find-in-files', { text: '溢短', limit: 5 })).toEqual([
    {
      ...{ id: file.id, versionId: file.versionId, name: '补充协议.pdf', type: 'pdf', size: 1000 },
      ...{ recordKind: 'customer', recordId: customerId, title: 'Acme' },
      found: { before: '质量标准：按封样，允许', hit: '溢短', after: '装百分之三；逾期交货按日支付违约金。Payment by T/T' },
    },
  ])
  for (const text of ['违约金', 'ｐａｙｍｅｎｔ', 't/t', '封样 违约', '百分之三；逾期'])
    expect([text, await names(of, text)]).toEqual([text, ['补充协议.pdf']])
  for (const text of ['溢装', '封样 没有', '一', '%', '补充 违约']) expect([text, await names(of, text)]).toEqual([text, []])
  expect(await of.query('find-in-files', { text: '充协', limit: 5 })).toMatchObject([{ name: '补充协议.pdf', found: null }])
  of.close()
})

test('[FI24] not from the bin, not an older version, and not what nobody has any more', async () => {
  const of = await office()
  const { sql } = of.database.write
  const file = await hung(of, 'customer', of.customer(), 'the first wording', { name: 'a.pdf' })
  const newer = received(of)
  await of.run('replace-file', { id: file.id, revision: 1, versionId: newId(), name: 'a.pdf', sha256: newer, pictureSha256: null })
  expect(contentsToRead(sql, 5)).toMatchObject([{ sha256: newer, type: 'pdf' }])
  putFileText(sql, newer, 'the second wording')
  expect([await names(of, 'first'), await names(of, 'second')]).toEqual([[], ['a.pdf']])
  expect([contentsToRead(sql, 5), textsToForget(sql)]).toEqual([[], [file.sha256]])
  dropFileTexts(sql, textsToForget(sql))
  expect(sql.prepare('SELECT count(*) AS n FROM file_grams').get()).toEqual({ n: 1 })
  await of.run('bin-file', { id: file.id, revision: 2 })
  expect(await names(of, 'second')).toEqual([])
  await of.run('restore-file', { id: file.id, revision: 3 })
  expect(await names(of, 'second')).toEqual(['a.pdf'])
  of.close()
})

test('[FI24] [FI7] only by who may read it: the right, the scope, and for papers of purchases the costs; also after a hand-over', async () => {
  const of = await office()
  const seller = await of.user({
    permissions: ['sales-contract.view', 'customer.view'],
    scopes: { 'sales-contract': 'own', customer: 'own' },
  })
  const buyer = await of.user({ permissions: ['purchase-contract.view'], scopes: { 'purchase-contract': 'all' } })
  const knower = await of.user({ permissions: ['purchase-contract.view', 'cost.view'], scopes: { 'purchase-contract': 'all' } })
  const sale = await signedSale(of, of.customer(), { lines: [salesLine()] })
  const purchase = await signedPurchase(of, of.vendor(), { lines: [purchaseLine({ salesLineId: sale.lines[0]!.id })] })
  await hung(of, 'sales-contract', sale.id, 'arbitration in Ningbo', { name: 'sale.pdf' })
  await hung(of, 'purchase-contract', purchase.id, 'arbitration in Ningbo', { name: 'bought.pdf' })
  expect((await names(of, 'arbitration')).toSorted()).toEqual(['bought.pdf', 'sale.pdf'])
  expect(await names(of, 'arbitration', seller)).toEqual([])
  expect(await names(of, 'arbitration', buyer)).toEqual([])
  expect(await names(of, 'bought', buyer)).toEqual([])
  expect(await names(of, 'arbitration', knower)).toEqual(['bought.pdf'])
  of.database.write.sql.prepare('UPDATE sales_contract SET ownerId = ? WHERE id = ?').run(seller.id, sale.id)
  expect(await names(of, 'arbitration', seller)).toEqual(['sale.pdf'])
  of.close()
})

test('[FI20] the register finds a contract by what its signed scan says, and by nothing that hangs on it else', async () => {
  const of = await office()
  const sale = await signedSale(of, of.customer(), { lines: [salesLine()] })
  await signedSale(of, of.customer(), { lines: [salesLine()] })
  const scan = await hung(of, 'sales-contract', sale.id, '双方签字盖章后生效', { kind: 'signed-contract', name: '合同.pdf' })
  await hung(of, 'sales-contract', sale.id, '运费到付', { name: '备忘.pdf' })
  const found = async (search: string) => (await of.query('contract-register', { search })).rows.map(({ id }) => id)
  expect([await found('盖章'), await found('盖章 SC2026-0001'), await found('到付'), await found('盖章 没有')]).toEqual([
    [sale.id],
    [sale.id],
    [],
    [],
  ])
  await of.run('bin-file', { id: scan.id, revision: 1 })
  expect(await found('盖章')).toEqual([])
  of.close()
})

test('[FI24] what is told of a text is what was looked for, wherever it stands', () => {
  const words = fc.array(fc.constantFrom('合同', '提单', 'Invoice', 'ＳＣ２０２６', 'é', '-', ' ', '，', 'ﬁ', '𠮷', 'x'), { maxLength: 60 })
  fc.assert(
    fc.property(words, fc.constantFrom('合同', '单in', 'sc2026', 'invoice提'), (parts, word) => {
      const text = parts.join('')
      const found = excerptOf(text, word)
      if (found) {
        expect(plainText(found.hit)).toBe(plainText(word))
        expect(text.replaceAll(/\s/g, '')).toContain(found.hit.replaceAll(/\s/g, ''))
      } else expect(plainText(text).includes(plainText(word)) && !/[ﬁé]/.test(text)).toBe(false)
    }),
  )
})
