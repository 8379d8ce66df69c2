// What a migration gives to ready-made roles: permissions that came with it, for companies founded before. Roles of the company's own making stay as they are.

/** Adds each permission once to the role of this code and counts its revision on. Codes and permissions are the contract's own, never anybody's input. */
export const grant = (code: string, permissions: readonly string[]): string =>
  permissions
    .map(
      (permission) => `UPDATE role SET revision = revision + 1, permissions = json_insert(permissions, '$[#]', '${permission}')
WHERE code = '${code}' AND NOT EXISTS (SELECT 1 FROM json_each(role.permissions) WHERE value = '${permission}');`,
    )
    .join('\n')
