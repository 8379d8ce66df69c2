// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const partiesWords = defineWords({
  'parties.customer': ['客户', 'Customer'],
  'parties.vendor': ['供应商', 'Vendor'],
  'parties.place': ['地址与联系方式', 'Address and contact'],
  'parties.terms': ['贸易条款与授信', 'Terms of trade and credit'],
  'parties.papers': ['单据', 'Papers'],
  'parties.consignee-help': ['留空即为客户本身；可写 TO ORDER OF …', 'Empty: the customer; may be TO ORDER OF …'],
  'parties.marks-help': ['留空则按简称、合同号、目的港和箱号生成', 'Empty: made of short name, contract, port and carton numbers'],
  'parties.more': ['银行与备注', 'Bank and remarks'],
  'parties.name-help': ['单据上使用的名称', 'As on documents'],
  'parties.code-help': ['不填则自动编号', 'Left empty, the next number is taken'],
  'parties.credit-help': ['不填为不限额；填 0 为款到发货', 'Empty: unlimited. 0: cash before shipment'],
  'parties.similar': ['可能已经有了：', 'This may be here already:'],
  'parties.similar-one': ['{{name}}（{{kind}}）：{{reason}}', '{{name}} ({{kind}}): {{reason}}'],
  'parties.similar-name': ['名称相同', 'same name'],
  'parties.similar-domain': ['网址或邮箱域名相同', 'same web or mail domain'],
  'parties.similar-phone': ['电话相同', 'same phone'],
  'parties.similar-mail': ['邮箱相同', 'same mail address'],
  'parties.similar-tax': ['税号相同', 'same tax number'],
  'parties.similar-stop': ['是不是已经有了？', 'Is it here already?'],
  'parties.similar-stop-text': [
    '下面这些和要新建的很像。可以直接打开已有的；确实要再建一个，请说明原因。',
    'These look like the one typed. Open yours instead, or say why another one is needed.',
  ],
  'parties.similar-owner': ['归属{{owner}}', 'belongs to {{owner}}'],
  'parties.similar-go-on': ['仍然新建', 'Make another'],
  'parties.make-quotation': ['新建报价单', 'New quotation'],
  'parties.make-contract': ['新建外销合同', 'New sales contract'],
  'parties.hand-over-one': [
    '“{{name}}”连同未完成的业务、外销合同、出运、收汇和未结款项一起移交。',
    '“{{name}}” is handed over with its unfinished deals, sales contracts, shipments, receipts and open items.',
  ],
  'parties.hand-over-some': [
    '{{count}} 个客户连同未完成的业务、外销合同、出运、收汇和未结款项一起移交。',
    '{{count}} customers are handed over with their unfinished deals, sales contracts, shipments, receipts and open items.',
  ],
  'parties.handed-over': ['已把 {{count}} 个客户移交给{{owner}}', 'Handed {{count}} customers over to {{owner}}'],
  'parties.switch-off': ['停用', 'Switch off'],
  'parties.switch-on': ['启用', 'Switch on'],
  'parties.switch-off-text': [
    '“{{name}}”停用后，新单据不能再选它；已有的单据不变。',
    'New documents can no longer choose “{{name}}”. Documents that are there stay as they are.',
  ],
  'parties.switch-on-text': ['“{{name}}”启用后，新单据可以再选它。', 'New documents can choose “{{name}}” again.'],
  'parties.all-kinds': ['全部类别', 'All kinds'],
})
