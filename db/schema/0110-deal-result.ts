// Migration 110: what every deal has earned so far, one narrow row a deal, so that sixty thousand deals are sorted and summed by profit in a moment.

export const dealResult = `
-- Kept beside the postings like the other sums (ledger SPEC L6, L11). Minor units of the base currency: revenue, profit and exchange gain positive as income, cost and expenses positive as costs.
-- The day the deal was opened stands beside them, because that is the order in which they are looked at.
CREATE TABLE sum_result (deal INTEGER PRIMARY KEY, openedOn TEXT, revenue INTEGER NOT NULL, cost INTEGER NOT NULL, expenses INTEGER NOT NULL, exchange INTEGER NOT NULL, profit INTEGER NOT NULL) STRICT;
CREATE INDEX sum_result_opened ON sum_result(openedOn, deal);

-- Every deal has its row, also before its first posting: lists begin here.
INSERT OR IGNORE INTO ledger_key(id) SELECT id FROM deal;
INSERT INTO sum_result(deal, openedOn, revenue, cost, expenses, exchange, profit)
SELECT k.key, d.openedOn,
  coalesce(sum(-s.base) FILTER (WHERE s.account = '6001'), 0),
  coalesce(sum(s.base) FILTER (WHERE s.account = '6401'), 0),
  coalesce(sum(s.base) FILTER (WHERE s.account IN ('6601', '6602') OR (s.account = '6603' AND s.category <> 'exchange-difference')), 0),
  coalesce(sum(-s.base) FILTER (WHERE s.account = '6603' AND s.category = 'exchange-difference'), 0),
  coalesce(sum(-s.base) FILTER (WHERE s.account >= '6' AND s.account < '7'), 0)
FROM deal d JOIN ledger_key k ON k.id = d.id LEFT JOIN sum_deal s ON s.deal = k.key GROUP BY k.key;
CREATE TRIGGER deal_begins AFTER INSERT ON deal BEGIN
  INSERT OR IGNORE INTO ledger_key(id) VALUES (NEW.id);
  INSERT INTO sum_result(deal, openedOn, revenue, cost, expenses, exchange, profit) SELECT key, NEW.openedOn, 0, 0, 0, 0, 0 FROM ledger_key WHERE id = NEW.id
    ON CONFLICT DO UPDATE SET openedOn = excluded.openedOn;
END;
CREATE TRIGGER deal_reopens AFTER UPDATE OF openedOn ON deal BEGIN
  UPDATE sum_result SET openedOn = NEW.openedOn WHERE deal = (SELECT key FROM ledger_key WHERE id = NEW.id);
END;
CREATE TRIGGER deal_ends AFTER DELETE ON deal BEGIN
  DELETE FROM sum_result WHERE deal = (SELECT key FROM ledger_key WHERE id = OLD.id);
END;
`
