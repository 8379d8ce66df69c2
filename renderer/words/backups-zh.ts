// Sentences of backups and of the machine beneath the office, in Chinese.
export const backupsZh = {
  'backups.open': '打开备份',
  'backups.begun': '已交给主机，完成后会显示在页面上方。',
  'backups.restore': '恢复…',
  'backups.last-good': '最近的完好备份',
  'backups.none-good': '还没有',
  'backups.folder': '存放在',
  'backups.free': '主机磁盘剩余',
  'backups.no-copy': '未设定',
  'backups.choose': '设定…',
  'backups.running': '{{task}}正在进行：{{backup}}（{{who}}）',
  'backups.done': '{{task}}已完成：{{backup}}（{{who}}，{{at}}）',
  'backups.drill-done': '恢复演练通过：{{backup}} 能打开，台账相符，操作日志完整（{{who}}，{{at}}）',
  'backups.failed': '{{task}}没有成功：{{finding}} {{backup}}（{{who}}，{{at}}）',
  'backups.copy-text':
    '每次备份后，主机会自动再复制一份到这个文件夹。请选另一块磁盘或移动硬盘上的文件夹（先建好），这样一块磁盘坏了也不会丢失账目。留空则不复制。',
  'backups.copy-example': 'D:\\信风备份',
  'backups.copy-save': '保存',
  'backups.restore-text':
    '主机将以 {{at}} 的备份（{{backup}}）重新启动，所有人都要重新登录。现在的账目会先另存为一份“恢复前”备份，恢复之后还可以换回来。',
  'backups.restore-go': '恢复到此备份',
  'backups.lose': '这份备份之后有 {{count}} 次操作，恢复后都会失去：',
  'backups.lose-nothing': '这份备份之后没有任何操作，恢复不会失去什么。',
  'backups.lose-records': '单据和资料',
  'backups.lose-commands': '谁做了什么',
  'backups.lose-added': '新增 {{count}}',
  'backups.lose-changed': '修改 {{count}}',
  'backups.lose-command': '{{user}}：{{command}} {{count}} 次',
  'backups.office': '主机',
  'backups.more': '另有 {{count}} 项',
  'machine.disk-full': '主机的磁盘已满：现在不能保存，查询和登录照常。请在主机上腾出空间（清空回收站、移走大文件），恢复后本提示自动消失。',
  'machine.disk-read-only':
    '主机的数据文件夹不能写入：现在不能保存，查询和登录照常。请检查主机的磁盘是否只读、运行信风的账号有没有写入权限，恢复后本提示自动消失。',
  'machine.disk-failing': '主机的磁盘读写出错：现在不能保存。请马上确认最近的备份完好，并检查或更换磁盘。',
  'machine.short': '主机磁盘空间不足，只剩 {{free}}。请在写满之前腾出空间（清空回收站、移走大文件），否则将不能保存和备份。',
  'machine.backup-failed':
    '备份没有成功（{{finding}}，始于 {{since}}）。主机每小时会再试一次；请检查磁盘空间和备份文件夹的权限，然后点“立即备份”。',
  'machine.copy-failed':
    '备份没有复制到另存的文件夹（{{finding}}，始于 {{since}}）。请检查那块磁盘是否接好、文件夹还在不在、有没有空间；主机每小时会再试一次。',
  'machine.damaged':
    '最近的备份检查出问题（{{finding}}，{{since}}）。请先再备份一次：如果新的备份完好，只是旧文件坏了；如果仍有问题，说明现在的账目文件受损，请尽快恢复到最近的完好备份，并检查磁盘。',
} as const
