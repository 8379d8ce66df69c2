// The company, its departments, users and roles.
import { column, record } from '../../define/record.ts'
import { active } from '../../define/shared-facts.ts'

const { text, code, boolean, named, formed, word } = column

export const company = record('company', {
  table: 'setting',
  sync: 'company',
  record: 'company',
  actions: ['edit'],
  grants: { administrator: ['edit'] },
  title: [],
  only: ['company'],
  columns: { value: formed('settings') },
  internal: { key: 'plain' },
})

export const department = record('department', {
  table: 'department',
  sync: 'company',
  once: [{ column: 'name', within: ['parentId'], commands: ['create-department', 'edit-department'] }],
  title: ['name'],
  titleEn: ['nameEn', 'name'],
  columns: { name: text(), nameEn: text(), parentId: named('department'), headId: named('user') },
  internal: { path: 'plain' },
})

export const user = record('user', {
  table: 'user',
  attachable: true,
  sync: 'staff',
  actions: ['view', 'create', 'edit'],
  grants: { administrator: 'all' },
  states: active,
  once: [{ column: 'login', commands: ['create-user', 'edit-user'] }],
  title: ['name'],
  titleEn: ['nameEn', 'name'],
  route: 'user',
  columns: {
    ...{ login: code(), name: text(), nameEn: text(), email: text(), phone: text() },
    ...{ departmentId: named('department'), language: word('language'), active: boolean() },
  },
  parts: {
    credential: {
      sync: 'own',
      internal: { hash: 'plain', failures: 'office', waitUntil: 'office' },
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
  sync: 'company',
  actions: ['view', 'edit'],
  grants: { administrator: 'all' },
  once: [{ column: 'name', commands: ['create-role', 'edit-role'] }],
  title: ['name'],
  titleEn: ['nameEn', 'name'],
  route: 'role',
  columns: { name: text(), nameEn: text(), permissions: formed('permissions'), scopes: formed('scopes') },
  internal: { code: 'plain' },
})

export const peopleRecords = [company, department, user, role] as const
