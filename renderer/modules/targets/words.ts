// Sentences of the page of targets, in both languages.
import { defineWords } from '../../words/index.ts'

export const targetsWords = defineWords({
  'targets.set': ['设定 {{name}} 的目标', 'Set the targets of {{name}}'],
  'targets.text-person': ['按月设定；留空表示没有目标。', 'By month; leave empty for no target.'],
  'targets.text-department': [
    '按月设定；留空时取下级人员和部门的目标合计。',
    'By month; left empty it is the sum of its people and departments.',
  ],
  'targets.year': ['年份', 'Year'],
  'targets.table': ['各月目标与完成', 'Targets and reach by month'],
  'targets.whole-year': ['全年', 'Year'],
  'targets.who': ['部门 / 人员', 'Department / person'],
  'targets.of': ['目标 {{target}}', 'of {{target}}'],
  'targets.summed': ['下级合计', 'Sum of its people'],
  'targets.time-gone': ['{{month}} 工作日已过 {{share}} %', 'Working days of {{month}} gone: {{share}} %'],
  'targets.none-this-month': ['本月没有设定目标。', 'No targets are set for this month.'],
  'targets.none': ['您的范围内没有人员或目标。', 'There are no people or targets within your scope.'],
  'targets.saved': ['目标已保存', 'Targets are saved'],
  'targets.fill': ['填到以后各月', 'Fill the months after'],
})
