// Sentences of the page of desks and of its dialogs, in both languages.
import { defineWords } from '../../words/index.ts'

export const desksWords = defineWords({
  'desks.close': ['关闭', 'Close'],
  'desks.copied': ['已复制', 'Copied'],
  'desks.closed': [
    '网络没有开放：办公室只能在主机这台电脑上使用。',
    "The network is closed: the office can be used on the hub's own PC only.",
  ],
  'desks.opening': ['正在开放网络，制作公司证书…', 'Opening the network and making the certificate of the company…'],
  'desks.open': ['网络已开放：', 'The network is open: '],
  'desks.copy-address': ['复制地址', 'Copy the address'],
  'desks.problem-port-in-use': [
    '同事现在连不上。请关闭占用端口 {{port}} 的程序，或换一个端口；主机每两秒会再试一次。',
    'Nobody reaches the office now. Close the program that has port {{port}}, or choose another port. The hub tries again every two seconds.',
  ],
  'desks.problem-no-address': [
    '同事现在连不上。请给主机插好网线或连上 Wi-Fi（{{network}}），接通后自动恢复；换了网络的，请另选一个。',
    "Nobody reaches the office now. Connect the hub's cable or Wi-Fi ({{network}}), and all is well again by itself; or choose another network.",
  ],
  'desks.problem-other': [
    '同事现在连不上。主机每两秒会再试一次；一直这样时，请重新启动信风，原因写在数据文件夹的 office.log 里。',
    "Nobody reaches the office now. The hub tries again every two seconds. If it stays so, restart Tradewind; the reason is in office.log in the company's folder.",
  ],
  'desks.other-network': ['换网络或端口…', 'Other network or port…'],
  'desks.pairing-open': [
    '{{who}}的加入码有效至 {{until}}，还能试 {{tries}} 次。',
    'A joining code of {{who}} is valid until {{until}}; tries left: {{tries}}.',
  ],
  'desks.end-pairing': ['作废', 'End it'],
  'desks.browsers': ['浏览器证书…', 'Certificate for browsers…'],

  'desks.network-text': [
    '开放后，这个网络里的其他电脑和浏览器可以连到办公室，全部加密（TLS 1.3）；公司自己的证书当场做好。主机上的 http:// 地址随之停用，改用 https://。',
    'Other PCs and browsers on this network can then reach the office, all encrypted (TLS 1.3); the company gets a certificate of its own on the spot. The http:// address on the hub ends, and https:// takes its place.',
  ],
  'desks.firewall': ['Windows 防火墙可能会询问：请允许“专用网络”。', 'The Windows firewall may ask: allow Tradewind on private networks.'],
  'desks.which-network': ['主机的哪个网络', "Which of the hub's networks"],
  'desks.no-network': [
    '主机现在没有接入任何网络。请插好网线或连上办公室的 Wi-Fi，接通后会自动列在这里。',
    "The hub is in no network now. Connect its cable or the office's Wi-Fi, and the network appears here by itself.",
  ],
  'desks.more-port': ['更多：端口 {{port}}', 'More: port {{port}}'],
  'desks.network-go': ['开放网络', 'Open the network'],
  'desks.here-ends': [
    '这一页也要换地址：开放后请到 {{address}} 重新登录。',
    'This page moves too: go to {{address}} afterwards and sign in there.',
  ],
  'desks.moved-title': ['办公室换了地址', 'The office has a new address'],
  'desks.moved-text': [
    '网络已开放，本页原来的地址不再使用。请到新地址登录，在“工作站”里继续让电脑加入：',
    'The network is open, and the former address of this page has ended. Go to the new address, sign in, and let PCs join on the Desks page:',
  ],
  'desks.moved-warning': [
    '浏览器会提示证书不受信任：这是公司自己的证书，请选“高级”→“继续前往”。在“工作站”页可以取得证书装进浏览器，以后不再提示。',
    'The browser warns that it does not trust the certificate, as it is the company\'s own: choose "Advanced", then "Continue". The Desks page has the certificate for browsers; once installed, they warn no more.',
  ],

  'desks.close-text': [
    '所有工作站和浏览器马上断开（这一页如果开在浏览器或工作站里，也一样），没有用完的加入码作废。工作站仍然是办公室的：再次开放后自动连回，不用重新加入。',
    "All desks and browsers are cut off at once (this page too, if it is open in a browser or on a desk), and an unused joining code ends. Desks stay the office's: when the network is opened again they come back by themselves.",
  ],

  'desks.pairing-asking': ['正在生成加入码…', 'Making a code…'],
  'desks.code': ['加入码', 'Joining code'],
  'desks.link': ['链接（含地址和加入码）', 'Link (address and code)'],
  'desks.address': ['主机地址', "The hub's address"],
  'desks.copy-code': ['复制加入码', 'Copy the code'],
  'desks.copy-link': ['复制链接', 'Copy the link'],
  'desks.qr': ['二维码：链接（含地址和加入码）', 'QR code of the link (address and code)'],
  'desks.time-left': ['还有 {{time}}', '{{time}} left'],
  'desks.tries-left': ['还能试 {{tries}} 次', 'Tries left: {{tries}}'],
  'desks.for-one': ['只能让一台电脑加入一次；关闭本窗口，加入码作废。', 'It lets one PC join, once. Closing this window ends the code.'],
  'desks.steps': ['在要加入的电脑上', 'On the PC that joins'],
  'desks.step-1': ['安装并打开信风', 'Install Tradewind and open it'],
  'desks.step-2': ['在第一个页面选“加入办公室”', 'On its first page choose "Join an office"'],
  'desks.step-3': [
    '粘贴链接，或输入加入码和主机地址（二维码里就是这个链接）',
    "Paste the link, or type the code and the hub's address (the QR code holds the same link)",
  ],
  'desks.joined': ['“{{name}}”已加入。', '{{name}} has joined.'],
  'desks.joined-text': [
    '那台电脑现在可以登录了，它已列在“工作站”里，可以改名、限用。',
    'People can sign in there now. It is in the list of desks, to be named or limited.',
  ],
  'desks.another': ['让另一台电脑加入', 'Let another PC join'],
  'desks.new-code': ['生成新的加入码', 'Make a new code'],
  'desks.over-expired': ['加入码已过期（10 分钟）。', 'The code has expired (10 minutes).'],
  'desks.over-replaced': ['加入码已作废：有人生成了新的加入码。', 'The code is over: somebody has made a newer one.'],
  'desks.over-ended': [
    '加入码已作废：输错了 5 次，或被同事作废。若不是自己人输错，请留意网络里有没有陌生的电脑。',
    'The code is over: it was typed wrong 5 times, or a colleague ended it. If none of you typed it wrong, look for strange PCs on the network.',
  ],
  'desks.over-closed': ['加入码已作废：网络已关闭。', 'The code is over: the network was closed.'],

  'desks.edit-text': [
    '给电脑起一个大家认得的名字，例如“财务室”。限用角色后，只有这些角色的人能在那里登录；留空则人人可以。已在那里登录的人要重新登录。',
    'Give the PC a name that everybody knows, such as "Accounts". When it is limited to roles, only their holders sign in there; leave it empty for everybody. Whoever is signed in there signs in anew.',
  ],
  'desks.save': ['保存', 'Save'],
  'desks.revoke-text': [
    '撤销“{{name}}”：那里登录的人马上退出，它下次联系主机时会清除本机保留的公司资料，从此不能再用。要再用，须重新加入。',
    'Revoking {{name}}: whoever is signed in there is signed out at once, and at its next contact with the hub it removes what it keeps of the company. It cannot be used any more, unless it joins anew.',
  ],

  'desks.certificate-title': ['浏览器证书', 'Certificate for browsers'],
  'desks.certificate-text': [
    '用浏览器打开办公室的电脑和手机，装上公司的证书后不再提示“不安全”。已加入的工作站不需要。证书是公开的，可以用邮件或 U 盘分发。',
    "PCs and phones that open the office in a browser no longer warn once they have the company's certificate. Desks that have joined need none. The certificate is no secret: mail it or hand it out on a USB stick.",
  ],
  'desks.certificate-windows': [
    'Windows（Chrome、Edge）：双击文件 → 安装证书 → 本地计算机 → “受信任的根证书颁发机构”。',
    'Windows (Chrome, Edge): double-click the file → Install certificate → Local machine → "Trusted Root Certification Authorities".',
  ],
  'desks.certificate-firefox': [
    'Firefox：设置 → 隐私与安全 → 查看证书 → 证书颁发机构 → 导入，勾选“信任……标识网站”。',
    'Firefox: Settings → Privacy & Security → View certificates → Authorities → Import, and trust it to identify websites.',
  ],
  'desks.certificate-phone': [
    '安卓：设置 → 安全 → 更多安全设置 → 安装证书 → CA 证书。',
    'Android: Settings → Security → More security settings → Install a certificate → CA certificate.',
  ],
  'desks.certificate-guide': ['详见用户手册“让同事加入”。', 'More in the user guide under "Let others join".'],
  'desks.certificate-none': ['第一次开放网络后才有证书。', 'There is none before the network is first opened.'],
  'desks.certificate-save': ['保存证书文件', 'Save the certificate'],
  'desks.certificate-copy': ['复制证书', 'Copy the certificate'],
})
