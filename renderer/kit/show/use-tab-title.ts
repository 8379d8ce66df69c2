// What a page's tab is called: said in both languages at once, so that it follows a switched language in the background too.
import { useEffect } from 'react'
import { useTabs } from '../../client/index.ts'
import { type Words, wordsIn } from '../../words/index.ts'

/** `titleOf` is asked with the words of each language; `undefined` while what it needs has not come yet. */
export const useTabTitle = (titleOf: ((words: Words) => string) | undefined): void => {
  const { setTitle } = useTabs()
  const zh = titleOf?.(wordsIn.zh)
  const en = titleOf?.(wordsIn.en)
  useEffect(() => {
    if (zh !== undefined && en !== undefined) setTitle({ zh, en })
  }, [setTitle, zh, en])
}
