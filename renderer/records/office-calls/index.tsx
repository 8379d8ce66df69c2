// Door of what the kit is given of the office: ways on from a refusal, a missing rate put in where it is missed, who may, the views of lists.
import { useCommand, useOfficeQuery } from '../../client/index.ts'
import type { OfficeCalls } from '../../kit/office-calls.ts'
import { MissingRate, missingRateOf } from './missing-rate.tsx'
import { useWaysOn } from './ways-on.ts'
import { useWhoMay } from './who-may.ts'

export { MissingRate, useRateSet } from './missing-rate.tsx'
export { useWhoMay } from './who-may.ts'

const Remedy: OfficeCalls['Remedy'] = ({ problem, onAgain }) => {
  const missing = missingRateOf(problem)
  return missing && <MissingRate missing={missing} onSet={onAgain} />
}

/** The same as long as the program runs. */
export const officeCalls: OfficeCalls = {
  useWaysOn,
  Remedy,
  useWhoMay,
  useListViews: (list, enabled) => useOfficeQuery('list-views', { list }, { enabled }),
  useKeepView: () => useCommand('save-list-view'),
  useRemoveView: () => useCommand('remove-list-view'),
}
