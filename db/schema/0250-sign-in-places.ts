// Migration 250: on which devices a user has signed in, with the wrong tries from there (people U35).

export const signInPlaces = `
CREATE TABLE sign_in_place (
  userId TEXT NOT NULL REFERENCES user(id), device TEXT NOT NULL, failures INTEGER NOT NULL DEFAULT 0, waitUntil TEXT, PRIMARY KEY (userId, device)
) STRICT, WITHOUT ROWID;
INSERT INTO sign_in_place(userId, device)
  SELECT DISTINCT a.userId, a.device FROM audit a JOIN user u ON u.id = a.userId WHERE a.kind = 'sign-in' AND a.device IS NOT NULL;
`
