// The hub's service: an account of its own that can write the company's folder and nothing else. Rule U54 of backups, [SEC40].
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { hubFiles } from '../deb.mjs'

const unit = readFileSync(path.join(import.meta.dirname, 'tradewind-hub.service'), 'utf8')
const settings = new Map(
  unit.split('\n').flatMap((line) => (/^(\w+)=(.*)$/.exec(line) ? [[line.split('=')[0]!, line.slice(line.indexOf('=') + 1)]] : [])),
)

test('[U54] [SEC40] the hub runs as its own account, writes its own folder alone, and gains nothing', () => {
  const account = /^u (\w+) /m.exec(readFileSync(path.join(import.meta.dirname, 'tradewind-hub.sysusers'), 'utf8'))![1]
  expect(settings.get('User')).toBe(account)
  expect(Object.fromEntries(settings)).toMatchObject({
    ...{
      Group: account,
      UMask: '0077',
      StateDirectory: 'tradewind',
      StateDirectoryMode: '0700',
      ProtectSystem: 'strict',
      ProtectHome: 'yes',
    },
    ...{ PrivateTmp: 'yes', NoNewPrivileges: 'yes', CapabilityBoundingSet: '', RestrictNamespaces: 'yes' },
  })
  expect(settings.get('ExecStart')).toBe('/opt/Tradewind/tradewind-hub --data /var/lib/tradewind/company')
  // Whoever makes memory executable is no Node: the compiler of scripts does.
  expect(settings.has('MemoryDenyWriteExecute')).toBe(false)
})

test('[U54] the package brings the service, which nobody has started yet, and the account', () => {
  expect(hubFiles.map(([, to]) => to)).toEqual(['usr/lib/systemd/system/tradewind-hub.service', 'usr/lib/sysusers.d/tradewind-hub.conf'])
})
