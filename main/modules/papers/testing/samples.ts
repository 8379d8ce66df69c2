// A sample of every paper that is declared, each made once for an office: a paper that has none does not compile, and fails its test.
import { goodsSamples } from './samples-of-goods.ts'
import { moneySamples } from './samples-of-money.ts'
import { once, type Makers } from './sample.ts'

const makers: Makers = { ...goodsSamples, ...moneySamples }
export const samples = Object.fromEntries(Object.entries(makers).map(([paper, make]) => [paper, once(make)])) as Makers
