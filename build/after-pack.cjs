// Finishes the packed folder: takes out what this platform does not need (strays of the fetched runtime, SQLite binaries of other
// platforms), and lays the pages once more beside the office process, which a hub runs in a plain Node that cannot read an archive.
const fs = require('node:fs')
const path = require('node:path')

const platforms = { linux: 'linux', windows: 'win32', mac: 'darwin' }
const archs = { 0: 'ia32', 1: 'x64', 2: 'armv7l', 3: 'arm64' } // electron-builder's Arch

exports.default = async ({ appOutDir, arch, packager }) => {
  const resources = packager.getResourcesDir(appOutDir)
  fs.rmSync(path.join(resources, 'default_app.asar'), { force: true })
  for (const stray of ['ok', 'version']) fs.rmSync(path.join(appOutDir, stray), { force: true })
  const keep = `${platforms[packager.platform.name]}-${archs[arch]}.node`
  // The desktop goes on reading the pages inside the archive, which is checked.
  fs.cpSync(path.join(packager.projectDir, 'out/renderer'), path.join(resources, 'app.asar.unpacked/out/renderer'), {
    recursive: true,
    filter: (file) => !file.endsWith('.map'),
  })
  const binaries = path.join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds')
  const all = fs.readdirSync(binaries)
  if (!all.includes(keep)) throw new Error(`better-sqlite3 has no ${keep}`)
  for (const name of all) if (name !== keep) fs.rmSync(path.join(binaries, name))
}
