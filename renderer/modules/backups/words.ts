// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const backupsWords = defineWords({
  'backups.open': ['打开备份', 'Open backups'],
  'backups.begun': ['已交给主机，完成后会显示在页面上方。', 'The hub is at it; the result will stand above the list.'],
  'backups.restore': ['恢复…', 'Restore…'],
  'backups.last-good': ['最近的完好备份', 'Last good backup'],
  'backups.none-good': ['还没有', 'none yet'],
  'backups.folder': ['存放在', 'Kept in'],
  'backups.free': ['主机磁盘剩余', "Free on the hub's disk"],
  'backups.no-copy': ['未设定', 'nowhere'],
  'backups.choose': ['设定…', 'Choose…'],
  'backups.running': ['{{task}}正在进行：{{backup}}（{{who}}）', '{{task}} is running: {{backup}} ({{who}})'],
  'backups.done': ['{{task}}已完成：{{backup}}（{{who}}，{{at}}）', '{{task}} done: {{backup}} ({{who}}, {{at}})'],
  'backups.drill-done': [
    '恢复演练通过：{{backup}} 能打开，台账相符，操作日志完整（{{who}}，{{at}}）',
    'Restore drill passed: {{backup}} opens, its ledger agrees, its audit trail is whole ({{who}}, {{at}})',
  ],
  'backups.failed': [
    '{{task}}没有成功：{{finding}} {{backup}}（{{who}}，{{at}}）',
    '{{task}} failed: {{finding}} {{backup}} ({{who}}, {{at}})',
  ],
  'backups.copy-text': [
    '每次备份后，主机会自动再复制一份到这个文件夹。请选另一块磁盘或移动硬盘上的文件夹（先建好），这样一块磁盘坏了也不会丢失账目。留空则不复制。',
    'After each backup the hub copies it to this folder as well. Choose a folder (make it first) on another disk or an external drive, so that the books survive the loss of one disk. Leave it empty for no copies.',
  ],
  'backups.copy-example': ['D:\\信风备份', 'D:\\Tradewind backups'],
  'backups.copy-save': ['保存', 'Save'],
  'backups.restore-text': [
    '主机将以 {{at}} 的备份（{{backup}}）重新启动，所有人都要重新登录。现在的账目会先另存为一份“恢复前”备份，恢复之后还可以换回来。',
    'The hub restarts on the backup of {{at}} ({{backup}}), and everybody signs in again. The present books are first kept as a backup "Before restore", so that you can go back to them.',
  ],
  'backups.restore-go': ['恢复到此备份', 'Restore this backup'],
  'backups.lose': ['这份备份之后有 {{count}} 次操作，恢复后都会失去：', 'Operations since this backup, all lost by the restore: {{count}}'],
  'backups.lose-nothing': ['这份备份之后没有任何操作，恢复不会失去什么。', 'Nothing was done since this backup: nothing is lost.'],
  'backups.lose-records': ['单据和资料', 'Documents and records'],
  'backups.lose-commands': ['谁做了什么', 'Who did what'],
  'backups.lose-added': ['新增 {{count}}', '{{count}} new'],
  'backups.lose-changed': ['修改 {{count}}', '{{count}} changed'],
  'backups.lose-command': ['{{user}}：{{command}} {{count}} 次', '{{user}}: {{command}}, {{count}}×'],
  'backups.office': ['主机', 'Hub'],
  'backups.more': ['另有 {{count}} 项', '{{count}} more'],
  'machine.disk-full': [
    '主机的磁盘已满：现在不能保存，查询和登录照常。请在主机上腾出空间（清空回收站、移走大文件），恢复后本提示自动消失。',
    "The hub's disk is full: nothing can be saved now; reading and signing in go on. Make space on the hub (empty the bin, move large files away). This note goes by itself when all is well.",
  ],
  'machine.disk-read-only': [
    '主机的数据文件夹不能写入：现在不能保存，查询和登录照常。请检查主机的磁盘是否只读、运行信风的账号有没有写入权限，恢复后本提示自动消失。',
    "The hub's data folder cannot be written: nothing can be saved now; reading and signing in go on. Check whether the hub's disk is read-only and whether Tradewind's account may write there. This note goes by itself when all is well.",
  ],
  'machine.disk-failing': [
    '主机的磁盘读写出错：现在不能保存。请马上确认最近的备份完好，并检查或更换磁盘。',
    "The hub's disk reports errors: nothing can be saved now. Check at once that the newest backup is good, and have the disk checked or replaced.",
  ],
  'machine.short': [
    '主机磁盘空间不足，只剩 {{free}}。请在写满之前腾出空间（清空回收站、移走大文件），否则将不能保存和备份。',
    "The hub's disk is short of space: {{free}} left. Make space (empty the bin, move large files away) before it is full and nothing can be saved or backed up.",
  ],
  'machine.backup-failed': [
    '备份没有成功（{{finding}}，始于 {{since}}）。主机每小时会再试一次；请检查磁盘空间和备份文件夹的权限，然后点“立即备份”。',
    'The backup failed ({{finding}}, since {{since}}). The hub tries again every hour. Check the free space and the permissions of the backup folder, then choose "Back up now".',
  ],
  'machine.copy-failed': [
    '备份没有复制到另存的文件夹（{{finding}}，始于 {{since}}）。请检查那块磁盘是否接好、文件夹还在不在、有没有空间；主机每小时会再试一次。',
    'Backups were not copied to the second folder ({{finding}}, since {{since}}). Check that the disk is connected, that the folder is there and has space. The hub tries again every hour.',
  ],
  'machine.damaged': [
    '最近的备份检查出问题（{{finding}}，{{since}}）。请先再备份一次：如果新的备份完好，只是旧文件坏了；如果仍有问题，说明现在的账目文件受损，请尽快恢复到最近的完好备份，并检查磁盘。',
    'The newest backup did not pass its check ({{finding}}, {{since}}). Make another one first: if that is good, only the file had gone bad; if not, the present books are damaged: restore the newest good backup soon, and have the disk checked.',
  ],
})
