// Stands in for Electron's default app in the fetched runtime: `electron <app folder> …` runs that folder's "main".
const { app } = require('electron')
const fs = require('node:fs')
const path = require('node:path')

const position = process.argv.findIndex((argument, at) => at > 0 && !argument.startsWith('-'))
const folder = path.resolve(position > 0 ? process.argv[position] : '.')
const about = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
app.setName(about.productName ?? about.name)
app.setVersion(about.version)
app.setAppPath(folder)
app.setPath('userData', path.join(app.getPath('appData'), app.name))
app.setDesktopName?.(`${about.name}.desktop`)
require(path.join(folder, about.main))
