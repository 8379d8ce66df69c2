// How often a test repeats: bounded in the suite, whole in `npm run soak`, which runs every test file that takes its counts from here.

/** True under `npm run soak`. For tests alone: nothing that ships reads it. */
export const soaking = process.env.TRADEWIND_SOAK === 'yes'

/**
 * The count of rounds, cases or seconds of a long test.
 *
 * @param bounded what the suite can afford
 * @param whole what the check is worth when nobody waits
 */
export function rounds<T>(bounded: T, whole: T): T {
  return soaking ? whole : bounded
}

/**
 * What one of many takes of `all` in a matrix of rows, askers and `all`: they take turns, so that at every row each of `all` is taken by somebody, and nobody takes
 * the same at the next row. Everybody takes all of them under soak.
 *
 * @param row where in the matrix
 * @param who takes, counted from none
 * @param of how many there are who take turns at this row
 */
export function inTurn<T>(all: readonly T[], row: number, who: number, of: number): readonly T[] {
  const takers = Math.min(all.length, of)
  return soaking ? all : all.filter((_, n) => (n + row) % takers === who % takers)
}

/**
 * What one of many takes of `all` where each of `all` is taken by one alone, by another at the next row; some may take nothing. Everybody takes all of them under soak.
 *
 * @param row where in the matrix
 * @param who takes, counted from none
 * @param of how many there are to take something at this row
 */
export function dealt<T>(all: readonly T[], row: number, who: number, of: number): readonly T[] {
  return soaking ? all : all.filter((_, n) => (n + row) % of === who % of)
}

/** A test's time limit in ms: minutes in the suite, where nothing is timed and a busy machine needs more than the usual seconds; hours under soak. */
export const minutes = (n: number) => rounds(n * 60_000, 4 * 3_600_000)
