// Names of targets in both languages.
import type { Names } from '../../names/define.ts'

export const targetsNames = {
  'resource.target': ['业绩目标', 'Targets'],
  'record.target': ['业绩目标', 'Target'],
  'query.targets': ['业绩目标', 'Targets'],
  'tile.targets': ['本月目标', 'Targets of this month'],
  'command.save-targets': ['保存目标', 'Save targets'],
  'field.cells': ['目标', 'Targets'],
} as const satisfies Names
