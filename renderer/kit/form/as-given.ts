// What a form sends of fields that are still empty.

/** An empty field goes out empty, not as a zero: the office then says at that field that it is required. */
export const asGiven = <T>(value: T | null): T => value as T
