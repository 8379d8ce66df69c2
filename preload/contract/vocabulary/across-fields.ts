// Rules over several fields of one object or list: told in one answer with what is wrong in one of them.

/**
 * For `refine`: checks although a field has not even its type, where zod would stay silent and tell the rule in a second round. The check then sees fields as
 * they came and must hold for what it cannot judge.
 */
export const acrossFields = { when: ({ value }: { value: unknown }): boolean => typeof value === 'object' && value !== null }
