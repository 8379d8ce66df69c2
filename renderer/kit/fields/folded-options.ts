// Filters the options of a plain type-ahead as lists and pick boxes compare (Q9).
import { matchesSearchable } from '../../../preload/contract/vocabulary/fold.ts'

type FilterState<T> = { inputValue: string; getOptionLabel: (option: T) => string }
export const foldedOptions = <T>(options: T[], { inputValue, getOptionLabel }: FilterState<T>): T[] =>
  options.filter((option) => matchesSearchable(inputValue, [getOptionLabel(option)]))
