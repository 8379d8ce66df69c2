// The company, its departments, users and roles.
import { column, record } from '../../define/record.ts'
import { active } from '../../define/shared-facts.ts'

const { text, code, boolean, named, formed, word } = column

export const company = record('company', {
  table: 'setting',
  record: 'company',
  actions: ['edit'],
  grants: { administrator: ['edit'] },
  title: [],
  only: ['company'],
  columns: { value: formed('settings') },
})

export const department = record('department', {
  table: 'department',
  title: ['name'],
  titleEn: ['nameEn', 'name'],
  columns: { name: text(), nameEn: text(), parentId: named('department'), headId: named('user') },
})

export const user = record('user', {
  table: 'user',
  actions: ['view', 'create', 'edit'],
  grants: { administrator: 'all' },
  states: active,
  title: ['name'],
  titleEn: ['nameEn', 'name'],
  route: 'user',
  columns: {
    ...{ login: code(), name: text(), nameEn: text(), email: text(), phone: text() },
    ...{ departmentId: named('department'), language: word('language'), active: boolean() },
  },
  parts: {
    credential: {
      view: 'user.view',
      of: { column: 'userId', table: 'user' },
      line: true,
      title: [],
      columns: {},
    },
    user_role: {
      of: { column: 'userId', table: 'user' },
      line: true,
      title: ['roleId'],
      columns: { roleId: named('role') },
    },
  },
})

export const role = record('role', {
  table: 'role',
  actions: ['view', 'edit'],
  grants: { administrator: 'all' },
  title: ['name'],
  titleEn: ['nameEn', 'name'],
  route: 'role',
  columns: { name: text(), nameEn: text(), permissions: formed('permissions'), scopes: formed('scopes') },
})

export const peopleRecords = [company, department, user, role] as const
