// What a new password hash costs, and whether a stored one was made cheaper than that. The thread that hashes reads it too.

/** Memory (KiB) and passes at OWASP's floor or above; about a quarter of a second on an office PC. */
export const COST = { memorySize: 19_456, iterations: 4, parallelism: 1, hashLength: 32 }

/** Whether a hash in PHC text was made with less than today's cost, or by something else than Argon2id (SEC29: made anew at the next sign-in). */
export const isWeakerHash = (hash: string): boolean => {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(hash)
  return parts === null || Number(parts[1]) < COST.memorySize || Number(parts[2]) < COST.iterations || Number(parts[3]) < COST.parallelism
}
