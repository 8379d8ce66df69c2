// Migration 240: views of lists that users keep (workbench W20), what a contract's items are found by (contracts C31), and the right to sales figures (U26).
import { grant } from './grants.ts'

/** Who saw sales figures goes on seeing them: until now they came with the right to sales contracts. A ready-made shipping clerk whom nobody has changed does not. */
const figures = `UPDATE role SET revision = revision + 1, permissions = json_insert(permissions, '$[#]', 'sales-figures.view')
WHERE EXISTS (SELECT 1 FROM json_each(role.permissions) WHERE value = 'sales-contract.view')
  AND NOT EXISTS (SELECT 1 FROM json_each(role.permissions) WHERE value = 'sales-figures.view')
  AND NOT (code IS 'shipping-clerk' AND NOT EXISTS (SELECT 1 FROM change c WHERE c.tableName = 'role' AND c.rowId = role.id AND c.before IS NOT NULL));`

export const listViews = `
-- roleId: whom a view is shared with; preset: the list opens with it, for its owner or for the role. look: JSON, kept and not read.
CREATE TABLE list_view (
  id TEXT PRIMARY KEY, list TEXT NOT NULL, name TEXT NOT NULL, look TEXT NOT NULL, ownerId TEXT NOT NULL REFERENCES user(id),
  roleId TEXT REFERENCES role(id), preset INTEGER NOT NULL DEFAULT 0, createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX list_view_list ON list_view(list, ownerId);
CREATE INDEX open_item_contract ON open_item(contract, account) WHERE contract IS NOT NULL;
${figures}
${['owner', 'sales-manager', 'administrator'].map((code) => grant(code, ['list-view.share'])).join('\n')}
`
