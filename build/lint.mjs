// npm run lint: lint with types, format, boundaries, types.
import { failedOf, lint, types } from './steps.mjs'

const failed = await failedOf({ ...types, ...lint })
process.exitCode = failed.length > 0 ? 1 : 0
