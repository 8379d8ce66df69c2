// A figure of a statistic opens the documents that it is made of.
import { useCallback } from 'react'
import type { Question } from '../../../preload/contract/modules/statistics/calls.ts'
import { useTabs } from '../../client/index.ts'
import type { OpenFigure } from './pivot-table.tsx'

export const useOpenFigure = (question: Question): OpenFigure => {
  const { open } = useTabs()
  return useCallback(
    (measure, place, earlier) => {
      const asked = { question, measure, place: place.map(({ dimension, key }) => ({ dimension, key })), earlier }
      open('statistic-facts', { asked: JSON.stringify(asked), title: place.map((p) => p.label).join('|') })
    },
    [question, open],
  )
}
