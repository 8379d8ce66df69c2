// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const auditWords = defineWords({
  'audit.entry': ['日志明细', 'Audit entry'],
  'audit.number': ['第 {{entry}} 条', 'No. {{entry}}'],
  'audit.empty': ['（空）', '(empty)'],
  'audit.became': ['改为', 'became'],
  'audit.changed-unsaid': ['内容有改动', 'Content changed'],
  'audit.secret': ['密码已设定（日志不记录内容）', 'Password set (the trail does not keep it)'],
  'audit.lines': ['明细：', 'Lines:'],
  'audit.lines-added': ['新增 {{count}}', '{{count}} added'],
  'audit.lines-changed': ['修改 {{count}}', '{{count}} changed'],
  'audit.lines-removed': ['删除 {{count}}', '{{count}} removed'],
  'audit.more-lines': ['另有 {{count}} 行没有列出。', '{{count}} more lines are not listed.'],
  'audit.more-rows': [
    '这一条改动很多，另有 {{count}} 处没有列出。',
    'This entry wrote a great deal; {{count}} more changes are not listed.',
  ],
  'audit.withheld': ['另有 {{count}} 处改动属于您无权查看的单据。', '{{count}} more changes belong to records that you may not see.'],
  'audit.nothing-changed': ['这次操作没有改动任何记录。', 'This operation changed no record.'],
  'audit.follow': ['它的全部日志', 'All its entries'],
  'audit.followed': ['只看：{{record}}', 'Only: {{record}}'],
  'audit.chain.unchecked': ['主机启动后会自动校验全部日志。', 'The office checks the whole trail by itself after it has started.'],
  'audit.chain.whole': [
    '主机已自动校验：截至 {{at}}，{{rows}} 条日志完好。',
    'Checked by the office: {{rows}} entries whole as of {{at}}.',
  ],
  'audit.chain.open': ['查看第 {{entry}} 条', 'Look at entry {{entry}}'],
  'audit.chain.broken': ['操作日志在第 {{entry}} 条处断开', 'The audit trail is broken at entry {{entry}}'],
  'audit.chain.broken-text': [
    '主机在 {{since}} 自动校验时发现。说明有人绕过本软件改动了数据文件，或者磁盘出了问题。',
    'The office found this on {{since}}. Somebody changed the data file past this software, or the disk is failing.',
  ],
  'audit.chain.on': ['（{{at}}）', ' ({{at}})'],
  'audit.chain.part.entry': [
    '第 {{entry}} 条{{at}}与它的校验值不符，或已被拿掉、调换。',
    'Entry {{entry}}{{at}} does not fit its check value, or has been taken out or exchanged.',
  ],
  'audit.chain.part.changes': [
    '第 {{entry}} 条{{at}}本身完好，但它所记的改动明细（改前改后）与当时写下的不同。',
    'Entry {{entry}}{{at}} itself is whole, but the changes it tells (before and after) are not what was written then.',
  ],
  'audit.chain.part.ledger': [
    '第 {{entry}} 条{{at}}本身完好，但它记入的凭证分录与当时写下的不同。',
    'Entry {{entry}}{{at}} itself is whole, but what it posted to the ledger is not what was written then.',
  ],
  'audit.chain.part.seal': [
    '第 {{entry}} 条{{at}}：升级时封存的旧记录被改动过。',
    'Entry {{entry}}{{at}}: records that an upgrade had sealed have been changed.',
  ],
  'audit.chain.part.cut': [
    '第 {{entry}} 条{{at}}起的日志不见了，或有不属于任何一条日志的记录。',
    'The trail is cut off before entry {{entry}}{{at}}, or there are records that belong to no entry.',
  ],
  'audit.chain.part.witness': [
    '备份文件名里的见证与第 {{entry}} 条{{at}}不符：日志在那次备份之后被重新编造或截短过。若是有人不经软件、手工放回了旧备份，也会如此。详见“见证”。',
    "The witness in a backup's name does not fit entry {{entry}}{{at}}: the trail was made anew or cut off after that backup. It is the same when somebody put an old backup back by hand, past the software. See Witness.",
  ],
  'audit.witness.title': ['操作日志的见证', 'Witness of the audit trail'],
  'audit.witness.open': ['见证', 'Witness'],
  'audit.witness.about': [
    '见证记下日志到今天为止有多少条、最后一条的校验码。每份备份的文件名里都有它；打印、抄下或发给自己，日志日后即使整个重编，一对就知道。',
    'A witness says how many entries the trail has today, with a check code of the last. It stands in the name of every backup; print it, copy it or mail it to yourself, and even a trail that is made anew as a whole is found by comparing.',
  ],
  'audit.witness.subject': ['{{company}}：操作日志的见证', '{{company}}: witness of the audit trail'],
  'audit.witness.entries': ['截至 {{day}}，共 {{count}} 条', '{{count}} entries as of {{day}}'],
  'audit.witness.typed': ['输入纸上或邮件里的见证，与现在的日志核对', 'Type a witness from paper or mail to compare it with the trail'],
  'audit.witness.typed-fits': ['相符：那时的日志原样都在。', 'It fits: the trail of that day is all there, as it was.'],
  'audit.witness.typed-differs': [
    '不符：那时的日志与现在的不同，可能被重新编造或截短过。请先保留整个数据文件夹。',
    'It does not fit: the trail of that day was another; it may have been made anew or cut off. Keep the whole data folder first.',
  ],
  'audit.witness.typed-left-behind': [
    '它属于一次恢复备份时搁置的账：那次恢复记在日志里，搁置的账在“恢复前”备份中。',
    'It is of books that a restore has put aside: the restore stands in the trail, the books in the backup made before it.',
  ],
  'audit.witness.typed-unreadable': [
    '看不懂：应是“条数.二十位校验码.日期”，例如 1204.3f9a1c20b7d4e881aa02.2026-11-28。',
    'Not a witness: it is the number of entries, twenty digits and a day, such as 1204.3f9a1c20b7d4e881aa02.2026-11-28.',
  ],
  'audit.witness.backup': ['备份', 'Backup'],
  'audit.witness.count': ['条数', 'Entries'],
  'audit.witness.state': ['与现在的日志', 'Compared with the trail'],
  'audit.witness.fits': ['相符', 'Fits'],
  'audit.witness.differs': ['不符', 'Does not fit'],
  'audit.witness.left-behind': ['恢复时搁置', 'Put aside by a restore'],
  'audit.witness.copy': ['复制', 'Copy'],
  'audit.witness.mail': ['发邮件', 'Mail'],
  'audit.witness.close': ['关闭', 'Close'],
  'audit.chain.part.end': [
    '第 {{entry}} 条{{at}}已不是主机以前校验过的那一条：日志从它或它之前起被重新编造过。',
    'Entry {{entry}}{{at}} is not the one that the office once checked: the trail was made anew from there or from an earlier entry.',
  ],
  'audit.chain.what-to-do': [
    '请这样做：一、把主机数据文件夹里的 company.sqlite 和 backups 文件夹整个复制一份，妥善保存；二、从断开之前的备份里查看第 {{entry}} 条原来的内容；三、查清谁能接触这台主机，更换主机的登录密码。日常操作可以继续，新的日志会照常记录。',
    "What to do: 1. Copy company.sqlite and the whole folder backups from the hub's data folder and keep the copy safe. 2. Look up entry {{entry}} as it was in a backup from before the break. 3. Find out who can reach this hub, and change its sign-in password. Daily work can go on; new entries are recorded as ever.",
  ],
  'audit.verify': ['校验日志', 'Check the trail'],
  'audit.verifying': ['正在校验…', 'Checking…'],
  'audit.whole': ['{{rows}} 条日志首尾相连，没有被改动。', 'All {{rows}} entries form one unbroken chain.'],
})
