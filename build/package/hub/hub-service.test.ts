// The hub without a window: started by the system as an account that can write the company's folder and nothing else. On Windows these scripts have not been
// run: what is tested is what they say. Rules U54 of backups, D47 of desks, [SEC40].
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

/** A script as PowerShell 5.1 reads it: without its mark and its ends of lines. */
const script = (name: string): string => {
  const bytes = readFileSync(path.join(import.meta.dirname, name))
  // Without the mark Windows PowerShell takes Chinese for signs of another alphabet; other quotation marks than these end a text there as well.
  expect([name, bytes.subarray(0, 3).toString('hex')]).toEqual([name, 'efbbbf'])
  const text = bytes.subarray(3).toString()
  expect(text).not.toMatch(/[\u2018-\u201f\u2013-\u2015]|[^\r]\n/)
  return text.replaceAll('\r', '')
}
const install = script('tradewind-hub-install.ps1')
const uninstall = script('tradewind-hub-uninstall.ps1')

test("[D47] [SEC40] on Windows it runs as LOCAL SERVICE, which loses its privileges and gets the company's folder", () => {
  expect(install).toMatch(
    /^\$principal = New-ScheduledTaskPrincipal -UserId 'LOCALSERVICE' -LogonType ServiceAccount -RunLevel Limited -RequiredPrivilege 'SeChangeNotifyPrivilege'$/m,
  )
  // By their numbers: the names of accounts are others in each language of Windows.
  expect(install).toMatch(/^\$localService = '\*S-1-5-19'$/m)
  expect(install).toMatch(/^\$administrators = '\*S-1-5-32-544'$/m)
  const rights = install.split('\n').filter((line) => line.includes('icacls'))
  expect(rights.map((line) => /'\/\S+'/.exec(line)![0])).toEqual(["'/setowner'", "'/reset'", "'/inheritance:r'", "'/reset'"])
  expect(rights[2]).toContain(`'/inheritance:r', '/grant:r', "\${localService}:(OI)(CI)M", "\${administrators}:(OI)(CI)F"`)
  // Only what administrators alone can change is run.
  expect(install.indexOf('$program.StartsWith("$env:ProgramFiles\\", [StringComparison]::OrdinalIgnoreCase)')).toBeGreaterThan(0)
  expect(install.indexOf('$program.StartsWith')).toBeLessThan(install.indexOf('Register-ScheduledTask'))
  for (const text of [install, uninstall]) expect(text).toMatch(/^#Requires -RunAsAdministrator$/m)
})

test('[D47] it starts with Windows, is back within a minute whatever ended it, and is reached from private networks at its port alone', () => {
  expect(install).toContain('(New-ScheduledTaskTrigger -AtStartup)')
  expect(install).toContain('(New-ScheduledTaskTrigger -Once -At (Get-Date) -RepetitionInterval (New-TimeSpan -Minutes 1))')
  expect(install).toMatch(
    /-MultipleInstances IgnoreNew -ExecutionTimeLimit \(\[TimeSpan\]::Zero\) -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries/,
  )
  expect(install).toContain('-Execute $hub -Argument "--lan --port $Port --data `"$Data`""')
  const rules = install.split('\n').filter((line) => line.includes('New-NetFirewallRule'))
  expect(rules).toEqual([
    expect.stringContaining(
      `-Direction Inbound -Action Allow -Protocol TCP -LocalPort $Port -Program $node -Profile @('Private', 'Domain') |`,
    ),
  ])
  expect(install).not.toMatch(/Public|-Profile Any/)
})

test('[D47] [D48] taken away it is stopped cleanly first, by the folder that its task names, and the company stays', () => {
  const order = ['Disable-ScheduledTask', '--stop --data $data', 'Unregister-ScheduledTask', 'Remove-NetFirewallRule'].map((words) =>
    uninstall.indexOf(words),
  )
  expect(order.every((at) => at > 0)).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(uninstall).not.toMatch(/Remove-Item|Stop-ScheduledTask|Stop-Process/)
  // What the one writes the other reads.
  const [, argument] = /-Argument "(.*)" -WorkingDirectory/.exec(install)!
  const asGiven = argument!.replaceAll('`"', '"').replace('$Port', '5180').replace('$Data', 'D:\\公司 账目')
  const [, wanted] = /\[regex\]::Match\(\$task\.Actions\[0\]\.Arguments, '(.*)'\)/.exec(uninstall)!
  expect(new RegExp(wanted!).exec(asGiven)?.[1]).toBe('D:\\公司 账目')
  for (const text of [install, uninstall]) expect(text).toMatch(/^\$name = 'Tradewind hub'$/m)
})

test('[D47] the package for Windows brings both scripts beside the program that they start', () => {
  const config = readFileSync(path.join(import.meta.dirname, '../../../electron-builder.yml'), 'utf8')
  expect(config).toContain('- { from: build/package/hub, to: ., filter: ["*.ps1"] }')
  const started = readFileSync(path.join(import.meta.dirname, '../tradewind-hub.cmd'), 'utf8')
  const [, node] = /\$node = Join-Path \$program '(.*)'/.exec(install)!
  expect(started).toContain(`"%~dp0${node}"`)
})
