// The suite gives one answer for one state of the code: its property tests begin at a fixed seed, and `npm run soak` looks for new cases (decision 107).
import fc from 'fast-check'
import { soaking } from '../soak/rounds.ts'

if (!soaking) fc.configureGlobal({ seed: 20_261_129 })
