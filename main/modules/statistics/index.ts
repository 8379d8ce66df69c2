// The door of statistics: any measures that modules contribute, by any dimensions, for whoever asks.
import { defineLists, defineQueries, exportedTables } from '../../queries/define-query.ts'
import { defineModule } from '../../records/define-module.ts'
import { statisticChoices, statisticMembers } from './choices.ts'
import { collectionDays } from './collection-days.ts'
import { customerAnalysis } from './customer-analysis.ts'
import { customerFlow } from './customer-flow.ts'
import { statistics as keptStatistics, statisticsCommands } from './kept-statistics.ts'
import { factoryPerformance } from './factory-performance.ts'
import { statistic } from './statistic.ts'
import { seasonality } from './seasonality.ts'
import { statisticFacts } from './statistic-facts.ts'
import { statisticTable } from './statistic-table.ts'

export { seesMeasure } from './asked.ts'
export { monthSums } from './month-sums.ts'

export const statistics = defineModule({
  commands: statisticsCommands,
  queries: defineQueries({
    statistic,
    statistics: keptStatistics,
    'statistic-choices': statisticChoices,
    'statistic-members': statisticMembers,
    'customer-flow': customerFlow,
  }),
  lists: defineLists({
    'statistic-facts': statisticFacts,
    'customer-analysis': customerAnalysis,
    'factory-performance': factoryPerformance,
    seasonality,
    'collection-days': collectionDays,
  }),
  contributes: [exportedTables.of({ statistic: statisticTable })],
})
