// npm run dist: builds and packs for this platform; options go to electron-builder. On Linux a folder and, where dpkg-deb is there, a .deb.
import { spawnSync } from 'node:child_process'
import { makeDeb } from './package/deb.mjs'
import { pack } from './package/pack.mjs'

if (!(await pack(process.argv.slice(2)))) process.exit(1)
if (process.platform === 'linux' && spawnSync('dpkg-deb', ['--version']).status === 0) console.log(makeDeb())
