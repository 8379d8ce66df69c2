// The index of open items holds their kind: the ageing tells money that waits from what is owed without reading the items (treasury T39).
export const kindOfOpenItems = `
DROP INDEX open_item_open;
CREATE INDEX open_item_open ON open_item(account, party, dueDate, openBase, kind) WHERE openForeign <> 0 OR openBase <> 0;
`
