// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const peopleWords = defineWords({
  'people.user.account': ['账号', 'Account'],
  'people.user.place': ['部门与角色', 'Department and roles'],
  'people.user.password-first': ['初始密码', 'First password'],
  'people.user.password-help': [
    '告诉用户本人，并请其登录后修改。至少 12 个字符。',
    'Tell it to the user, who should change it after signing in. At least 12 characters.',
  ],
  'people.user.reset-title': ['为 {{name}} 重设密码', 'Reset the password of {{name}}'],
  'people.user.reset-why': [
    '旧密码立即失效，此用户在各处的登录都会结束。',
    'The old password stops working at once and the user is signed out everywhere.',
  ],
  'people.user.reset-done': ['已为 {{name}} 重设密码。', 'The password of {{name}} has been reset.'],
  'people.user.inactive-help': ['停用后不能登录；做过的单据和日志都保留。', 'Cannot sign in any more; documents and audit trail stay.'],
  'people.role.matrix': ['权限', 'Permissions'],
  'people.role.others': ['其他', 'Other'],
  'people.role.scope': ['数据范围', 'Scope of data'],
  'people.role.scope-none': ['—', '—'],
  'people.role.all': ['全选', 'All'],
  'people.role.ready-made': ['预置角色：可以调整，不能删除。', 'Ready-made role: it may be changed but not removed.'],
  'people.role.copied': ['{{name}}（副本）', '{{name}} (copy)'],
  'people.role.copy': ['复制为新角色', 'Copy to a new role'],
  'people.role.chosen': ['{{count}} 项权限', '{{count}} permissions'],
  'people.role.scope-help': ['能看到谁的单据：本人、本部门，或全公司。', "Whose records are seen: one's own, the department's, or all."],
  'people.department.head-help': ['审批流程中的“部门负责人”就是他。', 'The approval routes’ “department head” is this person.'],
  'people.department.none': [
    '还没有部门。部门用来划分数据范围和统计业绩。',
    'There are no departments yet. They divide the scope of data and group results.',
  ],
  'people.department.top': ['（最上级）', '(top level)'],
  'people.department.new-below': ['在其下新建', 'New below it'],
  'people.company.identity': ['公司资料', 'Company'],
  'people.company.books': ['账务与账龄', 'Books and ageing'],
  'people.company.security': ['安全', 'Security'],
  'people.company.saved': ['公司设置已保存。', 'Company settings saved.'],
})
