// What is odd about a grid of lines, said under it: of the line that is being typed in, else of the first that has something.
import type { Warning } from '../../../preload/contract/warnings.ts'
import { useWords } from '../../words/index.ts'
import { WarningLine } from '../show/warning-line.tsx'

type Props = { field: string; lines: readonly { id: string }[]; active: string | undefined; warnings: readonly Warning[] }

export const OddLines = ({ field, lines, active, warnings }: Props) => {
  const { t } = useWords()
  const of = (id: string) => warnings.filter((odd) => odd.field.startsWith(`${field}.#${id}.`))
  const line = lines.find(({ id }) => id === active && of(id).length > 0) ?? lines.find(({ id }) => of(id).length > 0)
  return (
    <>
      <WarningLine warnings={warnings.filter((odd) => odd.field === field)} />
      {line && <WarningLine warnings={of(line.id)} label={t('rule.line', { line: lines.indexOf(line) + 1 })} />}
    </>
  )
}
