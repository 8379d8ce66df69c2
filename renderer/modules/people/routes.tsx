// The pages of people and the company.
import type { Route } from '../../client/index.ts'

export const peopleRoutes: readonly Route[] = []
