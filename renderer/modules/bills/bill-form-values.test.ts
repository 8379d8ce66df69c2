// Amounts of a bill that follow their quantity.
import { describe, expect, test } from 'vitest'
import { inputOf, lineOf, newExpense, type BillFormValues, withAmounts } from './bill-form-values.ts'

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
describe('lines of a bill', () => {
  const row = {
    id: id(9),
    contract: 'PC1',
    deal: 'D1',
    description: 'Bolts',
    quantity: '100',
    billed: '40',
    unit: 'PCS',
    price: '2.26',
    vatRate: '13',
    currency: 'CNY',
  }
  test('a purchase line comes with what is left of it, at its price', () => {
    expect(lineOf(row)).toMatchObject({ purchaseLineId: id(9), left: '60', quantity: '60', amount: 135_60, vatRate: '13' })
    expect(lineOf({ ...row, price: null }).amount).toBeNull()
  })
  test('an amount follows a new quantity, unless another amount was typed', () => {
    const line = lineOf(row)
    expect(withAmounts([line], [{ ...line, quantity: '10' }], 'CNY')[0]!.amount).toBe(22_60)
    const typed = { ...line, amount: 100_00 }
    expect(withAmounts([typed], [{ ...typed, quantity: '10' }], 'CNY')[0]!.amount).toBe(100_00)
    expect(withAmounts([line], [{ ...line, amount: 1 }], 'CNY')[0]!.amount).toBe(1)
  })
  test('a factory bill sends quantities, an expense bill deals; blank lines are left out', () => {
    const bill = (part: Partial<BillFormValues>): BillFormValues => ({
      kind: 'expense',
      partyId: id(1),
      invoiceNumber: '',
      billDate: '2026-01-01',
      dueDate: '2026-02-01',
      currency: 'CNY',
      rate: '',
      remark: '',
      lines: [],
      ...part,
    })
    const cost = { ...newExpense([{ id: id(5), number: 'D5' }]), amount: 10 }
    expect(inputOf(bill({ lines: [cost, newExpense()] }), '1').lines).toMatchObject([
      { category: 'freight', dealIds: [id(5)], quantity: null },
    ])
    expect(inputOf(bill({ kind: 'factory', lines: [lineOf(row)] }), '1').lines).toMatchObject([
      { category: null, dealIds: [], quantity: '60', purchaseLineId: id(9) },
    ])
  })
})
