// The arithmetic of bank accounts by itself.
import { describe, expect, it } from 'vitest'
import { baseLeavingBankAccount } from './rules.ts'

describe('bank', () => {
  it('[T10] money leaves at the average, all of the base value when the account is emptied', () => {
    expect(baseLeavingBankAccount({ foreign: 300, base: 1000, isBase: false }, 100, 0)).toBe(333)
    expect(baseLeavingBankAccount({ foreign: 300, base: 1000, isBase: false }, 300, 0)).toBe(1000)
    expect(baseLeavingBankAccount({ foreign: 300, base: 300, isBase: true }, 500, 0)).toBe(500)
  })
  it('[T10] what goes beyond the balance leaves at its own rate', () => {
    expect(baseLeavingBankAccount({ foreign: 100, base: 700, isBase: false }, 200, 1500)).toBe(700 + 750)
    expect(baseLeavingBankAccount({ foreign: -50, base: -350, isBase: false }, 200, 1500)).toBe(1500)
  })
})
