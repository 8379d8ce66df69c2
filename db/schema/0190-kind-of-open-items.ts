// The index of open items holds all that the ageing reads: it tells money that waits from what is owed without reading the items (treasury T39).
export const kindOfOpenItems = `
DROP INDEX open_item_open;
CREATE INDEX open_item_open ON open_item(account, party, dueDate, openBase, kind, openForeign) WHERE openForeign <> 0 OR openBase <> 0;
`
