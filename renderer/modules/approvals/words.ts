// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const approvalsWords = defineWords({
  'approvals.box-waiting': ['等我审批', 'Waiting for me'],
  'approvals.box-sent': ['我提交的', 'Sent by me'],
  'approvals.box-all': ['全部', 'All'],
  'approvals.approve-many': [
    '批准选中的 {{count}} 份单据？每一份都按您现在看到的内容批准；内容有改动的会被退回来，请再看一遍。',
    'Approve the {{count}} selected documents? Each is approved as you see it now; those that have changed come back to be looked at again.',
  ],
  'approvals.approved-many': ['已批准 {{count}} 份', '{{count}} approved'],
  'approvals.open-document': ['打开单据', 'Open document'],
  'routes.intro': [
    '每种单据按下面的顺序逐条对照，第一条符合的流程生效。没有符合的流程时，由任意一位老板审批。',
    'For each kind of document the routes are tried in this order; the first that fits is taken. Where none fits, any owner approves.',
  ],
  'routes.none': ['还没有设置流程，由任意一位老板审批。', 'No route yet: any owner approves.'],
  'routes.new': ['新增流程', 'New route'],
  'routes.up': ['上移', 'Move up'],
  'routes.down': ['下移', 'Move down'],
  'routes.any': ['所有单据', 'Every document'],
  'routes.from': ['本币 {{amount}} 起', 'from {{amount}} in base currency'],
  'routes.margin': ['毛利率低于 {{margin}} %', 'margin below {{margin}} %'],
  'routes.levels': ['客户级别 {{levels}}', 'customer levels {{levels}}'],
  'routes.departments': ['部门：{{names}}', 'departments: {{names}}'],
  'routes.nobody': ['目前没有可以审批的人', 'nobody can approve this now'],
  'routes.head-help': [
    '按单据所属部门找负责人；负责人自己的单据由上级部门负责人审批。',
    'The head of the document’s department; a head’s own documents go to the head above.',
  ],
  'routes.add-step': ['增加一步', 'Add a step'],
  'routes.remove-step': ['去掉这一步', 'Remove this step'],
  'routes.step': ['第 {{n}} 步', 'Step {{n}}'],
  'routes.conditions': ['适用条件（都不填则适用于所有单据）', 'Conditions (leave all empty for every document)'],
  'routes.all-levels': ['所有级别', 'All levels'],
  'routes.all-departments': ['所有部门（含下级部门）', 'All departments (with those below)'],
  'routes.remove-text': [
    '删除后，新提交的单据不再走这条流程；已提交的不受影响。',
    'Later submissions no longer take this route; those already submitted are not touched.',
  ],
  'routes.switch-off': ['这种单据的审批开关是关闭的，现在不需要审批。', 'The switch for this kind is off: it needs no approval now.'],
  'delegations.help': [
    '不在公司时，可以请同事在这几天里代您审批。同事要有“审批 · 处理”的权限；您自己仍然可以审批。',
    'While you are away a colleague can decide in your place. The colleague needs the right to decide approvals; you can still decide yourself.',
  ],
  'delegations.end-text': [
    '取消后，对方不能再代为审批；已经作出的审批不受影响。',
    'The stand-in can decide no more in this place; what was decided stays.',
  ],
  'switches.all-on': ['全部打开', 'Turn all on'],
  'switches.title': ['控制开关', 'Control switches'],
  'switches.intro': [
    '开关打开后，相应步骤在批准或满足条件之前不能进行，在界面、接口和导入中都一样。全部关闭时，不影响任何操作。',
    'With a switch on, the step waits until it is approved or its condition is met, on screen, through the API and in imports alike. With all off nothing stands in the way.',
  ],
  'switches.saved': ['控制开关已保存', 'Control switches saved'],
  'switches.approvals': ['审批', 'Approvals'],
  'switches.freight': ['运费询价', 'Freight inquiry'],
  'switches.credit': ['客户授信', 'Customer credit'],
  'switches.duties': ['职责分离', 'Separation of duties'],
  'switches.approveSalesContract': [
    '外销合同批准之前，不能为它采购、不能出运',
    'Nothing is bought or shipped for a sales contract before it is approved',
  ],
  'switches.approvePurchaseContract': [
    '采购合同批准之前，不能入账、不能付款、货物不能发出',
    'Nothing is billed, paid or shipped of a purchase contract before it is approved',
  ],
  'switches.approveProfitEstimate': [
    '业务的利润估算表批准之前，不能采购、不能出运',
    'Nothing is bought or shipped for a deal before its profit estimate is approved',
  ],
  'switches.approvePayment': ['出纳只能按已批准的付款申请付款', 'The cashier pays approved payment requests only'],
  'switches.approveBankDetails': [
    '供应商和本公司账户的银行资料，新填或改动后要由第二个人确认，才能向它付款或转账',
    'New or changed bank details of vendors and of our own accounts are confirmed by a second person before money is paid or moved to them',
  ],
  'switches.approved-first': ['{{kind}}须经批准才能进入下一步', '{{kind}}: approved before the next step is taken'],
  'switches.freightInquiryRequired': ['没有足够的有效货代报价，不能订舱', 'No booking without enough valid quotes of forwarders'],
  'switches.approveFreightInquiry': ['选定的报价要经过批准', 'The chosen quote has to be approved'],
  'switches.customerCredit': [
    '超过授信额度或逾期太久的客户，不能发货，需要超信审批',
    'Customers over their limit, or overdue for too long, get no dispatch without an over-limit approval',
  ],
  'switches.creditCountsContracts': ['已签未发的合同也计入已用额度', 'Signed but undelivered contracts count as credit used'],
  'switches.one-person': [
    '自己提交的单据要由别人审批。公司只有一个人审批时，请同时打开“{{field}}”，否则单据没有人能批准。',
    'What you submit is approved by somebody else. Where only one person approves, turn on "{{field}}" as well: nobody could approve otherwise.',
  ],
  'switches.signBeforeApproval': [
    '打开：合同可以先签字（变更先生效）再审批，批准之前不能采购、出运、入账。关闭：批准之后才能签字',
    'On: contracts are signed, and amendments put into force, before approval; what is bought, shipped or billed waits. Off: the signature waits',
  ],
  'routes.no-steps': [
    '没有步骤：符合条件的单据不需要审批，自动通过，并记入审批记录。',
    'Without steps, documents that fit need no approval: they pass by themselves, and the history says by which route.',
  ],
  'routes.passes': ['符合条件的单据自动通过，不需要审批', 'Documents that fit pass without approval'],
  'switches.selfApproval': [
    '只有一两个人的公司才需要打开：提交人可以批准自己的单据',
    'For offices of one or two people: who submits may approve it',
  ],
  'switches.overdue-help': ['留空表示不因逾期而限制发货', 'Empty: overdue items stop no dispatch'],
})
