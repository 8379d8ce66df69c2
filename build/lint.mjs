// npm run lint: lint with types, format, boundaries, types.
import { failedOf, lint, types } from './steps.mjs'

process.exitCode = failedOf({ ...lint, ...types }).length > 0 ? 1 : 0
