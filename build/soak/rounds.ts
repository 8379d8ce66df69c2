// How often a test repeats: bounded in the suite, whole in `npm run soak`, which runs every test file that takes its counts from here.

/** True under `npm run soak`. For tests alone: nothing that ships reads it. */
export const soaking = process.env.TRADEWIND_SOAK === 'yes'

/**
 * The count of rounds, cases or seconds of a long test.
 *
 * @param bounded what the suite can afford
 * @param whole what the check is worth when nobody waits
 */
export function rounds(bounded: number, whole: number): number {
  return soaking ? whole : bounded
}

/** A test's time limit in ms: minutes in the suite, where nothing is timed and a busy machine needs more than the usual seconds; hours under soak. */
export const minutes = (n: number) => rounds(n * 60_000, 4 * 3_600_000)
