// Progress that shows only when it has been a moment: what is quick does not flicker.
import { useEffect, useState } from 'react'

/** True after `flag` has held for a moment: what is quick shows no progress. */
export const useLate = (flag: boolean, delay = 200): boolean => {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!flag) return
    const timer = setTimeout(() => setLate(true), delay)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [flag, delay])
  return flag && late
}
