// A part of the secrets that never leave the hub (SEC44).
import { canaries } from './testing/canaries.ts'

canaries('trade')
