# Ends the hub that tradewind-hub-install.ps1 made, and takes its task and its rule of the firewall away. The company's folder stays as it is.
#   powershell -ExecutionPolicy Bypass -File "C:\Program Files\Tradewind\tradewind-hub-uninstall.ps1"
#Requires -Version 5.1
#Requires -RunAsAdministrator
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$name = 'Tradewind hub'
$task = Get-ScheduledTask -TaskName $name -ErrorAction SilentlyContinue
if ($task) {
  Disable-ScheduledTask -TaskName $name | Out-Null
  $data = [regex]::Match($task.Actions[0].Arguments, '--data "([^"]+)"').Groups[1].Value
  & (Join-Path $PSScriptRoot 'tradewind-hub.cmd') --stop --data $data
  if ($LASTEXITCODE -ne 0) { throw "主机没有停下，什么也没有拿走：请看 $data\office.log · the hub has not stopped, and nothing was taken away: see office.log" }
  Unregister-ScheduledTask -TaskName $name -Confirm:$false
}
Remove-NetFirewallRule -DisplayName $name -ErrorAction SilentlyContinue
Write-Host '主机不再随 Windows 启动；公司的数据没有动 · the hub starts with Windows no more; the company was left as it is'
