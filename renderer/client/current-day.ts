// The company's current day on a desk that stays open: read anew at midnight, on waking up and on coming back to the window. Rule U25 of people's SPEC.md.
import { dayIn } from '../../preload/contract/vocabulary/dates.ts'
import { officeState } from './office.ts'

const LOOK_EVERY_MS = 30_000

/**
 * Calls `refresh` when this desk's clock says that the company's day is another than the one on screen. The office's clock decides: where both differ it is
 * asked once a day, not at every look, so that a wrong clock keeps no session alive. Gives back how to stop looking.
 */
export const watchDay = (refresh: () => void): (() => void) => {
  let asked = ''
  const look = () => {
    const { viewer, gate } = officeState()
    if (!viewer || gate !== 'open') return
    const day = dayIn(viewer.company.timeZone, new Date().toISOString())
    const difference = `${viewer.today} ${day}`
    if (day === viewer.today || asked === difference) return
    asked = difference
    refresh()
  }
  // A timer set for midnight would sleep with the machine: looking often is what wakes up with it.
  const timer = setInterval(look, LOOK_EVERY_MS)
  window.addEventListener('focus', look)
  document.addEventListener('visibilitychange', look)
  return () => {
    clearInterval(timer)
    window.removeEventListener('focus', look)
    document.removeEventListener('visibilitychange', look)
  }
}
