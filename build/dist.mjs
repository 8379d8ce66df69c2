// npm run dist: builds and packs for this platform, and makes the release file; options go to electron-builder. On Linux a folder and, where dpkg-deb is there, a
// .deb. --release-key FILE: the maker's private key, which signs the release and whose public half the program trusts.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { makeDeb } from './package/deb.mjs'
import { pack } from './package/pack.mjs'
import { makeRelease } from './package/release.mjs'
import { releaseKeys } from './release-key.mjs'

const options = process.argv.slice(2)
const at = options.indexOf('--release-key')
const releaseKey = at === -1 ? undefined : path.resolve(options.splice(at, 2)[1] ?? '')

if (!(await pack(options, releaseKey))) process.exit(1)
if (process.platform === 'linux' && spawnSync('dpkg-deb', ['--version']).status === 0) console.log(makeDeb())
const release = makeRelease(path.resolve(import.meta.dirname, '..'), releaseKeys(releaseKey).privateKey)
if (release !== undefined) console.log(release)
if (release !== undefined && releaseKey === undefined)
  console.log("signed with this folder's own key, for trying out: give --release-key for one that may be handed out")
