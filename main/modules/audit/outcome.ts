// What an entry of the trail says of its outcome. Refusals are kept without secret figures (queries U49); those kept before that are told without theirs.

/** SQL of the outcome of the entry `alias`. */
export const outcomeSql = (alias: string): string =>
  `CASE WHEN ${alias}.outcome LIKE '{"refused":"allocation-exceeds",%' AND json_valid(${alias}.outcome)
    THEN json_replace(${alias}.outcome, '$.data.open', json('null')) ELSE ${alias}.outcome END`
