// Sentences of refusals, faults and rules of fields, in both languages.
import { sentences } from './sentences.ts'

export const refusalsWords = sentences({
  'refusal.invalid-input': ['请修改：{{issues}}', 'Please correct: {{issues}}'],
  'refusal.unknown-name': [
    '主机不认识“{{name}}”。请关闭程序再打开，必要时更新到与主机相同的版本。',
    `The hub does not know "{{name}}". Close and reopen the program, and update it to the hub's version if need be.`,
  ],
  'refusal.signed-out': ['登录已到期，请重新登录。', 'Your sign-in has ended. Please sign in again.'],
  'refusal.session-locked': ['屏幕已锁定，请输入密码继续。', 'The screen is locked. Enter your password to go on.'],
  'refusal.sign-in-failed': ['用户名或密码不对，请再试一次。', 'User name or password is not right. Please try again.'],
  'refusal.sign-in-failed-wait': [
    '用户名或密码已多次不对，请等 {{seconds}} 秒后再试。',
    'User name or password was wrong several times. Please try again in {{seconds}} s.',
  ],
  'refusal.not-permitted': [
    '您没有“{{permission}}”的权限。如需使用，请联系公司的系统管理员。',
    `You lack the permission "{{permission}}". If you need it, ask your company's administrator.`,
  ],
  'refusal.not-found': [
    '找不到这条{{resource}}：它不存在，或者您没有查看它的权限。请刷新后再看；需要查看时，请联系公司的系统管理员。',
    '{{resource}} not found: it does not exist, or you may not see it. Refresh and look again, or ask an administrator for the right to see it.',
  ],
  'refusal.unknown-field': [
    '这里没有“{{field}}”这一列。请清除筛选和排序后重试。',
    'There is no column "{{field}}" here. Clear filters and sorting and try again.',
  ],
  'refusal.id-taken': [
    '这条记录的内部编号已经用过，没有改动任何内容。请刷新后查看是否已经保存；没有的话，请新建一条再填。',
    'This came under the identification of a record that exists already; nothing was changed. Refresh and see whether it was saved; if not, start a new one.',
  ],
  'refusal.command-id-reused': [
    '这次提交与先前的一次冲突，没有重复执行。请刷新后核对，再重新提交。',
    'This submission clashes with an earlier one and was not carried out twice. Refresh, check, and submit again.',
  ],
  'refusal.office-only': [
    '这项操作只能连上主机后办理。已填的内容都保留，连上后请再提交。',
    'Only with the office: this can be done once the office can be reached again. What you have typed stays: submit it again then.',
  ],
  'refusal.waits-for-office': [
    '已保存，等待主机处理：连上主机后自动办理，编号届时给出，请勿重复提交。',
    'Saved, waiting for the office: it is done when the office can be reached again, and gets its number then. Do not submit it again.',
  ],
  'refusal.office-busy': [
    '主机这会儿忙不过来，这次没有执行，也没有丢失任何内容。请过 {{seconds}} 秒再试。',
    'The office has too much to do at this moment; nothing was lost or done. Please try again in {{seconds}} s.',
  ],
  'refusal.too-many-at-once-report': [
    '您已有 {{most}} 份报表在等候或正在生成，这是每人的上限。请等其中一份完成后再试，或关闭不看的报表。',
    'You already have {{most}} reports waiting or being made, the most for one person. Please wait until one is done, or close reports you do not need.',
  ],
  'refusal.too-many-at-once-export': [
    '您已有 {{most}} 份导出在等候或正在进行，这是每人的上限。请等其中一份完成后再试。',
    'You already have {{most}} exports waiting or being written, the most for one person. Please wait until one is done, then try again.',
  ],
  'refusal.took-too-long': [
    '超过 {{minutes}} 分钟还没有完成，已停止，没有更改任何数据。请缩短期间或增加筛选条件后再试。',
    'It was not done after {{minutes}} minutes and has been stopped; nothing was changed. Please choose a shorter period or add filters, then try again.',
  ],
  'refusal.given-up': [
    '提出要求的窗口已经关闭，已停止。如仍需要，请再试一次。',
    'The window that asked was closed, so this was stopped. Please try again if it is still needed.',
  ],
  'refusal.changed-meanwhile': [
    '在您修改期间，别人已经保存了新版本（您看到的是第 {{expected}} 版，现在是第 {{found}} 版）。请先看新版本，再决定保留哪一份。',
    'Someone saved a newer version meanwhile (you saw version {{expected}}, now it is {{found}}). Look at the new version first, then decide which to keep.',
  ],
  'refusal.similar-party': [
    '可能已经有了：{{names}}。请打开已有的，或说明为什么还要再建。',
    'This may be here already: {{names}}. Open the one that is here, or say why another is needed.',
  ],
  'refusal.already-exists': ['{{field}}“{{value}}”已经有了，请换一个。', '{{field}} "{{value}}" exists already. Please choose another.'],
  'refusal.wrong-state': [
    '{{record}}当前状态是“{{state}}”，需要是“{{needed}}”才能这样做。请刷新后再看。',
    '{{record}}: its state is "{{state}}"; this needs "{{needed}}". Refresh and look again.',
  ],
  'refusal.wrong-item': [
    '这是“{{state}}”，这里只能用“{{needed}}”。请改选其他款项。',
    'This is "{{state}}"; only "{{needed}}" can be used here. Choose another one.',
  ],
  'refusal.wrong-state-other': [
    '{{record}}当前的状态不能这样做。请刷新后再看。',
    '{{record}} is not in a state for this any more. Refresh and look again.',
  ],
  'refusal.in-use': [
    '不能这样做：{{by}} {{number}} 正在使用它。请先处理那一份。',
    'Not possible: {{by}} {{number}} uses it. Deal with that one first.',
  ],
  'refusal.nothing-to-do': ['没有需要更改的内容。', 'There is nothing to change.'],
  'refusal.password-too-weak-length': [
    '密码太短，请用至少 12 个字符，一句好记的话最好。',
    'The password is too short: use at least 12 characters. A phrase you remember is best.',
  ],
  'refusal.password-too-weak-common': [
    '这个密码太常见，容易被猜到。请换一个，例如一句只有您知道的话。',
    'This password is common and easily guessed. Choose another, such as a phrase that only you know.',
  ],
  'refusal.password-too-weak-same': [
    '新密码与当前密码相同，请换一个。',
    'The new password is the same as the current one. Please choose another.',
  ],
  'refusal.last-owner': [
    '公司至少要有一个在用的老板账号。请先让另一个用户成为老板。',
    'The company needs at least one active owner. Make another user an owner first.',
  ],
  'refusal.owners-only': [
    '这一步只有老板账号能做：老板的账号、老板专有的权限、要老板审批的流程，其他人不能更改。请让老板来做。',
    'Only an owner can do this: nobody else changes the accounts of owners, the rights that only owners give, or the approvals that ask an owner. Ask an owner to do it.',
  ],
  'refusal.and-more': ['{{first}} 等，另有 {{more}} 项', '{{first}} and {{more}} more'],
  'refusal.own-rights-widened': [
    '这样一改，您自己会多出：{{rights}}。任何人都不能给自己增加权限或扩大数据范围。如确有需要，请让老板来改您的角色。',
    'This would give you yourself: {{rights}}. Nobody adds rights or widens the scope of data for himself. If you need them, ask an owner to change your roles.',
  ],
  'refusal.inactive-party': [
    '“{{party}}”已停用或已列入黑名单，这一步不能继续。请先在它的页面重新启用或移出黑名单，或另选一家。',
    '"{{party}}" is inactive or blacklisted, so this cannot go on. Activate it again or take it off the blacklist on its own page, or choose another.',
  ],
  'refusal.disk-full': [
    '主机的磁盘已满，没有保存。已输入的内容还在：请在主机上腾出空间（清空回收站、移走大文件），再点一次保存。查询和登录照常可用。',
    "The hub's disk is full: nothing was saved. What you typed is still here. Make space on the hub (empty the bin, move large files away), then save again. Reading and signing in go on.",
  ],
  'refusal.disk-read-only': [
    '主机的数据文件夹现在不能写入（磁盘只读，或没有写入权限），没有保存。已输入的内容还在：请让管理主机的人检查磁盘和文件夹权限，恢复后再点一次保存。',
    "The hub's data folder cannot be written (the disk is read-only, or the permission is missing): nothing was saved. What you typed is still here. Ask whoever keeps the hub to check the disk and the folder's permissions, then save again.",
  ],
  'refusal.disk-failing': [
    '主机的磁盘读写出错，没有保存。已输入的内容还在：请马上在“备份”中确认最近的备份完好，并让管理主机的人检查或更换磁盘。',
    "The hub's disk reports errors: nothing was saved. What you typed is still here. Check at once in Backups that the newest copy is good, and ask whoever keeps the hub to check or replace the disk.",
  ],
  'refusal.file-not-written': [
    '文件没有写成：磁盘已满，或者那里不能写入。请换一个文件夹，或腾出空间，再导出一次。',
    'The file was not written: the disk is full, or that place may not be written. Choose another folder or make space, then export again.',
  ],
  'refusal.file-not-received': [
    '“{{name}}”的内容主机还没有收到，或者发送已超过一天。请重新选择这个文件再添加一次。',
    'The office has not received the content of "{{name}}", or it was sent more than a day ago. Choose the file again and add it once more.',
  ],
  'refusal.file-lost': [
    '“{{name}}”的内容在主机上找不到，或已损坏，所以没有打开。记录本身完好；请从备份里找回，或重新上传一份作为新版本。',
    'The content of "{{name}}" is missing on the hub or damaged, so it was not opened. The record itself is whole: get the content back from a backup, or add it again as a new version.',
  ],
  'refusal.paper-changed': [
    '单据的内容在您查看之后有变化，没有签发。请看一遍新的预览，再点一次签发。',
    'What this paper says has changed since you looked at it, so it was not issued. Check the new preview, then issue it again.',
  ],
  'refusal.paper-problems': [
    '单据还有问题，没有签发：{{problems}}。请先改正；确实要这样签发的，请有权限的人填写原因。',
    'This paper was not issued, because something stands against it: {{problems}}. Put it right first; whoever may overrule can issue it as it is with a reason.',
  ],
  'refusal.not-a-paper-picture': [
    '“{{name}}”不能用作徽标、印章或签名。请选择 PNG、JPEG 或 WebP 图片，不超过 1 MB、2500 × 2500 像素。',
    '"{{name}}" cannot be used as a logo, seal or signature. Choose a PNG, JPEG or WebP picture of at most 1 MB and 2,500 × 2,500 pixels.',
  ],
  'refusal.not-a-workbook': [
    '“{{name}}”不是 Excel 工作簿。请在 Excel 里另存为 .xlsx 文件后再选择。',
    '"{{name}}" is no Excel workbook. Save it as an .xlsx file in Excel, then choose it again.',
  ],
  'refusal.part-needed': [
    '模板没有保存：“{{paper}}”里有一部分说的就是业务本身，少了它单据就不完整，不能去掉。请把它重新勾上再保存。',
    'The template was not saved: it leaves out a part of the document itself, without which "{{paper}}" would say less than its record. Tick the part again, then save.',
  ],
  'refusal.not-sealed-kind': [
    '这种单据不加盖印章、也不放签名图片，没有签发。请去掉印章和签名后再签发。',
    'This kind of paper bears no seal and no signature, so it was not issued. Choose none, then issue it again.',
  ],
  'refusal.not-sealed-not-in-force': [
    '草稿、未批准、作废或过期的单据不能加盖印章和签名，没有签发。请等单据生效或批准后再用印，或者不带印章签发。',
    'A draft, or a paper that is not approved or no longer in force, bears no seal and no signature, so it was not issued. Wait until it is in force or approved, or issue it without them.',
  ],
  'refusal.file-refused-empty': [
    '“{{name}}”是空文件，没有添加。请检查后重新选择。',
    '"{{name}}" is empty and was not added. Check it and choose it again.',
  ],
  'refusal.file-refused-too-large': [
    '“{{name}}”太大，单个附件最多 {{limit}}。请压缩或拆分后再添加；管理员可以在“公司设置”页的“附件”里调高上限。',
    '"{{name}}" is too large: a file may have {{limit}} at most. Make it smaller or split it; an administrator can raise the limit under Files in the company settings.',
  ],
  'refusal.file-refused-program': [
    '“{{name}}”是程序，或压缩包里有程序，不能作为附件。请只添加文档、图片或表格。',
    '"{{name}}" is a program, or an archive with programs in it, and cannot be added. Add documents, pictures and sheets only.',
  ],
  'refusal.file-refused-script': [
    '“{{name}}”是网页、SVG 或脚本，打开时会执行代码，不能作为附件。请另存为 PDF 或图片后再添加。',
    '"{{name}}" is a web page, an SVG or a script, which would run when it is opened, and cannot be added. Save it as a PDF or a picture first.',
  ],
  'refusal.file-refused-macros': [
    '“{{name}}”带有宏，不能作为附件。请另存为不带宏的 .docx、.xlsx 或 PDF 后再添加。',
    '"{{name}}" has macros and cannot be added. Save it without macros as .docx or .xlsx, or as a PDF.',
  ],
  'refusal.file-refused-unknown-type': [
    '“{{name}}”的内容不是可以添加的类型。可以添加 PDF、图片、Word、Excel、PPT、文本、邮件、DWG 和 ZIP；其他格式请先转成其中一种，或装进 ZIP。',
    'The content of "{{name}}" is of no type that can be added. PDF, pictures, Word, Excel, PowerPoint, text, mail, DWG and ZIP can be: convert it first, or put it into a ZIP.',
  ],
  'refusal.file-refused-too-many-pixels': [
    '图片“{{name}}”太大，最多 {{limit}} 像素。请缩小后再添加。',
    'The picture "{{name}}" is too large: {{limit}} pixels at most. Make it smaller first.',
  ],
  'refusal.file-refused-bomb': [
    '“{{name}}”解压后大得不正常，可能有害，没有添加。请确认来源；确有需要时，请解压后分别添加。',
    '"{{name}}" would unpack to an abnormal size and may do harm, so it was not added. Check where it comes from; if you need it, unpack it and add the files in it.',
  ],
  'refusal.file-refused-damaged': [
    '“{{name}}”读不出来，可能已损坏或没有传完整。请重新取得这个文件再添加。',
    '"{{name}}" cannot be read: it may be damaged or incomplete. Get the file again and add it anew.',
  ],
  'refusal.backup-under-way': [
    '同样的任务正在进行。请等它完成，进度在“备份”页面上方。',
    'The same task is running already. Please wait until it is done; the Backups page shows how far it is.',
  ],
  'refusal.backup-damaged': [
    '这份备份已损坏（{{finding}}），不能用来恢复。请选择另一份检查完好的备份。',
    'This backup is damaged ({{finding}}) and cannot be restored. Choose another one whose check was good.',
  ],
  'refusal.setup-code-wrong': [
    '首次启动码不对。请核对主机屏幕上显示的首次启动码。',
    "The first-start code is not right. Compare it with the one on the hub's own screen.",
  ],
  'refusal.network-closed': [
    '办公室还没有对网络开放。请先在“工作站”页面点“让同事加入”。',
    'The office is not open to its network. Choose "Let others join" on the Desks page first.',
  ],
  'refusal.pairing-wrong': [
    '加入码不对，还可以再试 {{left}} 次。请核对“工作站”页面上显示的加入码。',
    'This is not the joining code. Tries left: {{left}}. Compare it with the code shown on the Desks page.',
  ],
  'refusal.pairing-over': [
    '加入码已失效（用过、超过十分钟，或试错太多次）。请让管理主机的人在“工作站”页面再点一次“让一台电脑加入”。',
    'The joining code is no longer valid (used, older than ten minutes, or tried wrongly too often). Ask whoever keeps the hub to choose "Let a PC join" on the Desks page again.',
  ],
  'refusal.desk-unknown': [
    '主机不认识这台电脑。请用新的加入码重新加入办公室。',
    'The hub does not know this PC. Ask for a new joining code and join the office again.',
  ],
  'refusal.desk-revoked': [
    '这台电脑已被撤销，不再属于办公室。如果是误撤，请让管理主机的人给一个新的加入码。',
    'This PC was revoked and no longer belongs to the office. If that was a mistake, ask whoever keeps the hub for a new joining code.',
  ],
  'refusal.desk-not-for-you': [
    '这台电脑只供某些角色使用，您没有其中的角色。请换一台电脑登录，或请管理员在“工作站”页面修改。',
    'This PC is only for certain roles, and you hold none of them. Sign in on another PC, or ask an administrator to change it on the Desks page.',
  ],
  'refusal.release-other-series': [
    '{{version}} 与主机的 {{own}} 不是同一系列，装上后工作站就连不上主机。请先备份，在主机上安装 {{version}}，再提供给工作站。',
    'Version {{version}} is of another series than the hub ({{own}}); desks that had it could not reach the hub. Make a backup, install {{version}} on the hub first, then offer it to desks.',
  ],
  'refusal.release-older': [
    '{{version}} 比主机的 {{own}} 旧，只能用来退回，不能提供给工作站。请放入 {{own}} 或更新的发布文件。',
    'Version {{version}} is older than the hub ({{own}}): it serves for going back only. Please put the release file of {{own}} or a newer one into the folder.',
  ],
  'refusal.release-none-before': [
    '发布文件夹里没有比 {{version}} 旧、可以退回的版本。请把上一个版本的发布文件放回文件夹，再试一次。',
    'The folder of releases holds no version before {{version}} to go back to. Put the release file of the version before back into the folder, and try again.',
  ],
  'refusal.already-founded': ['公司已经建立，请直接登录。', 'The company exists already. Please sign in.'],
  'refusal.quantity-exceeded': [
    '第 {{line}} 行：要 {{asked}}，只剩 {{left}}。请把数量改到 {{left}} 或以下。',
    'Line {{line}}: {{asked}} asked, only {{left}} left. Change the quantity to {{left}} or less.',
  ],
  'refusal.amendment-open': [
    '合同 {{number}} 已有准备中的变更 V{{version}}。请先让它生效或放弃，再做新的变更。',
    'Contract {{number}} has amendment V{{version}} in preparation. Put it into force or discard it before you begin another.',
  ],
  'refusal.amended-below-shipped': [
    '“{{goods}}”要改为 {{asked}}，但已出运 {{used}}（{{number}}）。请填 {{used}} 或以上。',
    '"{{goods}}": {{asked}} asked, but {{used}} has been shipped ({{number}}). Enter {{used}} or more.',
  ],
  'refusal.amended-below-planned': [
    '“{{goods}}”要改为 {{asked}}，但已出运和计划出运共 {{used}}（{{number}}）。请先减少 {{number}} 的数量，或填 {{used}} 或以上。',
    '"{{goods}}": {{asked}} asked, but {{used}} is shipped or planned ({{number}}). Make {{number}} smaller first, or enter {{used}} or more.',
  ],
  'refusal.amended-below-billed': [
    '“{{goods}}”要改为 {{asked}}，但工厂已开票 {{used}}（{{number}}）。请填 {{used}} 或以上。',
    '"{{goods}}": {{asked}} asked, but the factory has billed {{used}} ({{number}}). Enter {{used}} or more.',
  ],
  'refusal.amended-in-use': [
    '{{field}}不能改：{{by}} {{number}} 已按原来的办理。请保留原来的，或先处理那一份。',
    '{{field}} cannot change: {{by}} {{number}} was made with it as it is. Keep it, or deal with that one first.',
  ],
  'refusal.amended-in-use-line': [
    '“{{goods}}”的{{field}}不能改：{{by}} {{number}} 已按原来的办理。请保留这一行，另加一行。',
    '{{field}} of "{{goods}}" cannot change: {{by}} {{number}} was made with it as it is. Keep this line and add another.',
  ],
  'refusal.currency-differs': [
    '币种不一致：应为 {{expected}}，实际是 {{found}}。请改用 {{expected}}，或另选一份。',
    'Currencies differ: {{expected}} expected, {{found}} found. Use {{expected}}, or choose another document.',
  ],
  'refusal.party-differs': [
    '往来单位不一致：应为“{{expected}}”，实际是“{{found}}”。请改选属于“{{expected}}”的。',
    'Parties differ: "{{expected}}" expected, "{{found}}" found. Choose one of "{{expected}}".',
  ],
  'refusal.date-ahead': [
    '{{field}} {{day}} 还没有到：今天是 {{today}}，请填今天或更早的日期。',
    '{{field}} {{day}} has not come yet: today is {{today}}. Enter today or an earlier day.',
  ],
  'refusal.date-out-of-order': [
    '日期先后不对：{{later}} 不能早于 {{earlier}}。请改日期。',
    'Dates out of order: {{later}} cannot be before {{earlier}}. Change the date.',
  ],
  'refusal.approval-needed-none': [
    '{{kind}} {{number}} 还没有批准：尚未提交审批。请先打开它并提交审批，批准后再继续。',
    '{{kind}} {{number}} is not approved: it has not been submitted yet. Open it and submit it for approval first.',
  ],
  'refusal.approval-needed-pending': [
    '{{kind}} {{number}} 还没有批准：正在审批中。请等审批人批准，或在“今日事务”里查看等谁。',
    '{{kind}} {{number}} is not approved yet: it is waiting for its approver. Open Today’s tasks to see for whom.',
  ],
  'refusal.approval-needed-rejected': [
    '{{kind}} {{number}} 没有获得批准：审批已驳回。请看驳回原因，修改后重新提交审批。',
    '{{kind}} {{number}} was not approved: it has been rejected. Read the reason, change it and submit it again.',
  ],
  'refusal.approval-needed-returned': [
    '{{kind}} {{number}} 还没有批准：审批人要求修改。请按意见修改后重新提交审批。',
    '{{kind}} {{number}} is not approved yet: a change was asked for. Change it and submit it again.',
  ],
  'refusal.approval-needed-ended': [
    '{{kind}} {{number}} 的批准已失效：提交之后内容有改动。请重新提交审批，批准后再继续。',
    'The approval of {{kind}} {{number}} has ended: it was changed after it was submitted. Submit it again before going on.',
  ],
  'refusal.credit-limit-exceeded': [
    '超过客户授信额度：额度 {{limit}}，加上这次共占用 {{exposure}}，超出 {{excess}}（未收 {{receivables}}，本次 {{addition}}，已收未分摊 {{advances}}，信用证、保险覆盖 {{covered}}）。请先收款、调整额度，或申请超信。',
    "Over the customer's credit limit: limit {{limit}}, used with this one {{exposure}}, {{excess}} too much (receivables {{receivables}}, this one {{addition}}, received and not applied {{advances}}, covered by credits and insurance {{covered}}). Collect first, change the limit, or ask for over-limit approval.",
  ],
  'refusal.credit-overdue': [
    '客户有逾期 {{days}} 天的应收款，超过公司允许的天数（未收 {{receivables}}，本次 {{addition}}，已收未分摊 {{advances}}，信用证、保险覆盖 {{covered}}）。请先收款，或申请超信。',
    'The customer has a receivable {{days}} days overdue, more than the company allows (receivables {{receivables}}, this one {{addition}}, received and not applied {{advances}}, covered by credits and insurance {{covered}}). Collect first, or ask for over-limit approval.',
  ],
  'refusal.payment-request-needed': [
    '付款前要有已批准的付款申请。请先为“{{party}}”建立付款申请并提交审批，批准后在付款申请上登记付款。',
    'Payments need an approved request. Make a payment request for {{party}}, submit it, and pay from the request once it is approved.',
  ],
  'refusal.freight-inquiry-needed': [
    '订舱前要有运费询价：出运 {{shipment}} 还没有进行中的询价单。请在出运页上“新建运费询价”，取得至少 {{needed}} 家不同货代的有效报价，选定后再订舱。',
    'Booking needs a freight inquiry: shipment {{shipment}} has none under way. Make one from the shipment’s page, get valid quotes of at least {{needed}} different forwarders and choose one.',
  ],
  'refusal.freight-quotes-needed': [
    '运费询价 {{number}} 还差 {{missing}} 家报价：需要 {{needed}} 家不同货代的有效报价，现有 {{valid}} 家（不报价 {{declined}} 家、已过期 {{expired}} 家，均不算）。请打开询价单录入报价，或再询一家。',
    'Freight inquiry {{number}}: {{missing}} more quotes needed. {{needed}} different forwarders must have a valid quote, {{valid}} have (declined {{declined}} and expired {{expired}} do not count). Open it to enter quotes, or ask another forwarder.',
  ],
  'refusal.freight-quote-needed': [
    '运费询价 {{number}} 还差 1 家报价：需要 {{needed}} 家不同货代的有效报价，现有 {{valid}} 家（不报价 {{declined}} 家、已过期 {{expired}} 家，均不算）。请打开询价单录入报价，或再询一家。',
    'Freight inquiry {{number}}: 1 more quote needed. {{needed}} different forwarders must have a valid quote, {{valid}} have (declined {{declined}} and expired {{expired}} do not count). Open it to enter the quote, or ask another forwarder.',
  ],
  'refusal.freight-choice-needed': [
    '运费询价 {{number}} 还没有选定报价。请打开询价单，选定一家后再订舱。',
    'No quote of freight inquiry {{number}} is chosen yet. Open it and choose one before booking.',
  ],
  'refusal.freight-not-covered': [
    '运费询价 {{number}} 与出运不一致：{{field}}询价时是“{{inquired}}”，出运是“{{shipped}}”。请改回出运，或修改询价单并重新取得报价。',
    'Freight inquiry {{number}} is about something else: {{field}} is “{{inquired}}” there and “{{shipped}}” on the shipment. Correct the shipment, or change the inquiry and have it quoted again.',
  ],
  'refusal.freight-quote-expired': [
    '运费询价 {{number}} 选定的报价（{{forwarder}}）已在 {{validTo}} 过期。请让货代重新报价并录入，再选定、订舱。',
    'The chosen quote of freight inquiry {{number}} ({{forwarder}}) ran out on {{validTo}}. Have it quoted again, choose it and book.',
  ],
  'refusal.freight-quote-incomplete': [
    '报价不全：{{unpriced}} 没有海运费。请补上这一项的海运费；按计费吨报价时，询价单上要有体积或毛重。',
    'The quote is incomplete: no ocean freight for {{unpriced}}. Add it; a quote by the ton needs the volume or weight on the inquiry.',
  ],
  'refusal.bank-details-needed': [
    '不能付款：“{{party}}”没有登记银行资料。请在它的页面填写银行资料，并请第二个人确认。',
    'Nothing can be paid: no bank details of “{{party}}” are recorded. Enter them on its page and have a second person confirm them.',
  ],
  'refusal.bank-details-unconfirmed': [
    '不能付款：“{{party}}”的银行资料还没有第二个人确认（{{state}}）。可以确认的人：{{who}}。请先用早已知道的电话向对方核实，不要用邮件里的联系方式。',
    'Nothing can be paid: no second person has confirmed the bank details of “{{party}}” ({{state}}). Who can: {{who}}. Call the party first on a number known before, never on one from a mail.',
  ],
  'refusal.bank-details-nobody': [
    '不能付款：“{{party}}”的银行资料还没有第二个人确认（{{state}}），目前也没有可以确认的人。请让管理员在“审批流程”里指定一位。',
    'Nothing can be paid: no second person has confirmed the bank details of “{{party}}” ({{state}}), and nobody can now. Ask an administrator to name somebody in the approval routes.',
  ],
  'refusal.no-approver': [
    '审批第 {{step}} 步没有可以审批的人。请让管理员在“审批流程”里换人，或给相关人员“审批 · 处理”的权限。如果只有您自己可以审批，这是您自己的单据：请在“控制开关”里打开“允许批准自己提交的单据”（银行资料除外）。',
    'Nobody can approve step {{step}}. Ask an administrator to name somebody in the approval routes, or to give them the right to decide approvals. If only you can approve, this is your own paper: turn on "Self-approval" under "Control switches" (not for bank details).',
  ],
  'refusal.not-theirs-to-see': [
    '{{who}}无权查看这条业务，看不到任务内容。请转交给有权限的同事，或先转交业务记录。',
    '{{who}} may not see the record that this is about. Choose a colleague who may, or hand over the record first.',
  ],
  'refusal.not-your-step': ['这一步由{{who}}处理，您不能代为处理。请让对方处理。', 'This step is for {{who}} to decide. Ask them to.'],
  'refusal.self-approval': [
    '不能审批自己录入或提交的单据。请等其他审批人处理；只有一个人的公司，可以在“控制开关”里打开“允许批准自己提交的单据”（银行资料除外）。',
    'You cannot approve what you have entered or submitted yourself. Please wait for another approver; an office of one person may turn on "Self-approval" under "Control switches" (not for bank details).',
  ],
  'refusal.already-decided': [
    '这份审批已经是“{{state}}”，不能再作相反的决定。请刷新后查看。',
    'This approval is already “{{state}}” and cannot be decided the other way. Refresh to see it.',
  ],
  'refusal.amount-not-zero': [
    '金额还剩 {{amount}}，应为零才能这样做。请改金额，或改所选的款项。',
    '{{amount}} is left; it must be zero for this. Change the amount, or what is chosen.',
  ],
  'refusal.milestones-begun': [
    '{{contract}} 的跟单已有 {{touched}} 个节点登记过，不能再套用别的模板。可以增加节点，或跳过不需要的节点。',
    'Something has been recorded on {{touched}} milestones of {{contract}}, so another template cannot take their place. Add milestones, or skip those not needed.',
  ],
  'refusal.day-not-over': [
    '{{day}} 还没有过完，只能结到已经过去的日子，请填 {{latest}} 或更早。',
    '{{day}} is not over yet: periods are closed up to a day that is past. Choose {{latest}} or an earlier day.',
  ],
  'refusal.period-closed': [
    '{{closedThrough}} 及以前的账已结，{{date}} 不能入账。请改用之后的日期，或请会计反结账。',
    'The books are closed through {{closedThrough}}, so nothing can be posted on {{date}}. Use a later date, or ask the accountant to reopen.',
  ],
  'refusal.period-revalued': [
    '{{revaluedThrough}} 已做期末调汇（{{number}}），{{date}} 的外币账不能再动。请改用之后的日期；要补记，先在“期末调汇”里撤销这一次，记完重做。',
    'Foreign currency was revalued on {{revaluedThrough}} ({{number}}): nothing in it is posted on {{date}} any more. Use a later day, or take that revaluation back under "Revaluations", post, and revalue again.',
  ],
  'refusal.rate-missing': [
    '没有 {{currency}} 在 {{date}} 或之前的汇率。请先在“汇率”中录入。',
    'No {{currency}} rate is known on or before {{date}}. Enter one under "Exchange rates" first.',
  ],
  'refusal.rate-must-be-one': [
    '{{currency}} 是本位币，汇率只能是 1，请改为 1。',
    '{{currency}} is the base currency: its rate can only be 1. Enter 1.',
  ],
  'refusal.allocation-exceeds': [
    '要分摊 {{asked}}，而 {{document}} 只剩 {{open}} 未结。请把金额改到 {{open}} 或以下。',
    '{{asked}} asked, but only {{open}} of {{document}} is open. Change the amount to {{open}} or less.',
  ],
  'refusal.allocation-exceeds-unseen': [
    '{{document}} 没有这么多可分摊：{{asked}} 超过了它的余额。请把金额改小，或请能看应付账款的同事来做。',
    '{{asked}} is more than is open of {{document}}. Enter a smaller amount, or ask a colleague who may see payables.',
  ],
  'refusal.already-allocated': [
    '{{document}} 已经被分摊。请先撤销分摊，再冲销。',
    '{{document}} is allocated. Undo the allocation first, then reverse it.',
  ],
  'refusal.already-reversed': ['{{document}} 已经冲销过了。', '{{document}} has been reversed already.'],
  'refusal.ledger-unbalanced': [
    '借贷不平，相差 {{difference}}（最小货币单位），没有写入。请把此情况告诉管理员。',
    'Debits and credits differ by {{difference}} minor units, so nothing was written. Please tell your administrator.',
  ],
  // faults
  'fault.numbered': [
    '出现意外问题，编号 {{fault}}。数据没有改动；可以重试，若再次出现，请把编号告诉管理员。',
    'Something unexpected happened, number {{fault}}. No data was changed; try again, and if it happens once more give this number to your administrator.',
  ],
  'fault.reachable-again': [
    '主机已重新连上。刚才的操作没有得到确认：请再提交一次，不会重复执行。',
    'The hub is back. What you submitted was not confirmed: submit it again, nothing will happen twice.',
  ],
  'fault.unreachable': [
    '暂时连不上主机。已输入的内容都保留着，请稍后再提交；不会重复执行。',
    'The hub cannot be reached at the moment. What you typed is kept; submit again later, nothing will happen twice.',
  ],
  'fault.screen': [
    '这个页面出现意外问题。数据没有改动；请重试，或关闭页签再打开。',
    'Something unexpected happened on this page. No data was changed; try again, or close the tab and open it anew.',
  ],
  // rules of a field
  'rule.required': ['必填', 'Required'],
  'rule.day-time': ['请写成 2026-05-08 17:00（没有时间只写日期）', 'Write it as 2026-05-08 17:00, or the day alone'],
  'rule.decimal': ['请输入数字（小数位数不能过多）', 'Enter a number (not too many decimals)'],
  'rule.email': [
    '请填写邮箱地址，如 name@firm.com；多个用分号隔开',
    'Enter an e-mail address such as name@firm.com; separate several by semicolons',
  ],
  'rule.positive': ['必须大于 0', 'Must be more than 0'],
  'rule.not-negative': ['不能是负数', 'Cannot be negative'],
  'rule.ahead': ['还没有到这一天，最晚为今天', 'That day has not come yet'],
  'rule.before': ['早于它所依据的日期', 'Earlier than what it follows from'],
  'rule.folder': ['请写完整路径，例如 D:\\备份 或 /mnt/backup', 'Give the whole path, such as D:\\Backups or /mnt/backup'],
  'rule.network-port': ['请填 1024 到 65535 之间的数', 'A number from 1024 to 65535'],
  'rule.out-of-order': ['日期先后不对', 'Out of order: see above'],
  'rule.date': ['请输入有效的日期，例如 2026-03-08', 'Enter a date such as 2026-03-08'],
  'rule.currency': ['请选择币种', 'Choose a currency'],
  'rule.country': ['请选择国家/地区', 'Choose a country'],
  'rule.login': ['2–40 个字符：字母、汉字、数字、点、横线、下划线', '2–40 characters: letters, digits, dot, hyphen, underscore'],
  'rule.password-length': ['至少 12 个字符', 'At least 12 characters'],
  'rule.ascending': ['请从小到大填写', 'Must be ascending'],
  'rule.hs-code': ['海关编码是 4–13 位数字', 'An HS code has 4–13 digits'],
  'rule.id': ['请选择一项', 'Choose one'],
  'rule.item': ['请选择一个未结项目', 'Choose an open item'],
  'rule.shares-leave-nothing': [
    '业务员自己也要有份额：其他人的合计要小于 100 %',
    'The salesperson needs a part too: the others add up to less than 100 %',
  ],
  'rule.shares-must-be-100': ['各期比例之和必须正好是 100 %', 'The shares must add up to exactly 100 %'],
  'rule.too-long': ['太长了', 'Too long'],
  'rule.too-many': ['太多了', 'Too many'],
  'rule.too-big': ['数值太大', 'Too large'],
  'rule.too-small': ['数值太小', 'Too small'],
  'rule.integer': ['请输入整数', 'Enter a whole number'],
  'rule.choice': ['请选择一项', 'Choose one'],
  'rule.time-zone': ['没有这个时区', 'There is no such time zone'],
  'rule.cannot-decide': ['他没有审批的权限，请先在角色中给他“审批 · 处理”', 'has no right to decide approvals: give it in the roles first'],
  'rule.cycle': ['不能放在自己或自己的下级之下', 'Cannot stand below itself'],
  'rule.duplicate': ['重复了', 'Given twice'],
  'rule.statistic-fit': ['这个指标不能按该维度统计', 'This measure cannot be looked at in this way'],
  'rule.statistic-units': [
    '有多种币种或单位，分不出前几个：请先筛选其中一种，或改用本币',
    'Several currencies or units: filter to one, or take base currency, to see the first',
  ],
  'rule.statistic-wide': ['列或行太多，请缩短期间或换较粗的时间', 'Too many columns or rows: take a shorter period or longer steps'],
  'rule.taken': ['已经有了，请换一个', 'Taken already: choose another'],
  'rule.operator': ['这一列不能这样筛选', 'This column cannot be filtered that way'],
  'rule.other-currency': ['货币符号与本单据的币种不同：请核对金额', "The currency sign is not this document's: check the amount"],
  'rule.not-found': ['没有找到：请选择或清空', 'Not found: choose one, or empty the cell'],
  'rule.depth': ['嵌套层次太深', 'Nested too deep for this program'],
  'rule.unknown': ['请检查此项', 'Please check this'],
  'rule.line': ['第 {{line}} 行', 'line {{line}}'],
})
