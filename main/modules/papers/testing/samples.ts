// A sample of every paper that is declared: one that has none does not compile, and fails its test.
import { goodsSamples } from './samples-of-goods.ts'
import { moneySamples } from './samples-of-money.ts'
import type { Makers } from './sample.ts'

export const samples: Makers = { ...goodsSamples, ...moneySamples }
