// Migration 330: releases of the program that are offered to desks, and the rights to them. Rules D26 to D36 of desks.
import { grant } from './grants.ts'

export const releases = `
-- id: follows from the signed manifest, so that a release file is known again. deskId: the PC that goes first. releasedAt: when the maker signed it.
CREATE TABLE release (
  id TEXT PRIMARY KEY, version TEXT NOT NULL, releasedAt TEXT NOT NULL, status TEXT NOT NULL, deskId TEXT NOT NULL REFERENCES desk(id),
  offeredBy TEXT NOT NULL REFERENCES user(id), offeredAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
${grant('owner', ['release.view', 'release.offer'])}
${grant('administrator', ['release.view'])}
${grant('auditor', ['release.view'])}
`
