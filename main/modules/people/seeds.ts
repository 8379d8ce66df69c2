// What a new company starts with: the ready-made roles with their permissions and scopes, and its first department. Users may change all but the owner's.
import {
  allPermissions,
  ownedResources,
  READY_MADE_ROLES,
  resources,
  type Permission,
  type ReadyMadeRole,
  type Resource,
  type Scope,
  type Scopes,
} from '../../../preload/contract/access.ts'

export type RoleSeed = { name: string; nameEn: string; permissions: readonly Permission[]; scopes: Scopes }

export const FIRST_DEPARTMENT = { name: '总部', nameEn: 'Head office' }

const every = (scope: Scope): Scopes => Object.fromEntries(ownedResources.map((r) => [r, scope]))
const all = (...names: readonly Resource[]): Permission[] =>
  names.flatMap((r) => resources[r].actions.map((action) => `${r}.${action}` as Permission))
const views = (...names: readonly Resource[]): Permission[] => names.map((r) => `${r}.view` as Permission)
const ending = (...actions: readonly string[]): Permission[] =>
  allPermissions.filter((p) => actions.includes(p.slice(p.lastIndexOf('.') + 1)))

/** What everybody of the trade may look at; whose records they see is for the scope to say. */
const desk = views('customer', 'vendor', 'product', 'quotation', 'deal', 'sales-contract', 'shipment', 'rate')
/** To ask forwarders for freight (运费询价) and write down what they answer. */
const inquiring = ['freight-inquiry.view', 'freight-inquiry.create', 'freight-inquiry.edit'] as const
/** To keep letters of credit from their arrival to payment. */
const credits = all('letter-of-credit')
/** To ask for a payment (付款申请). */
const asking = ['payment-request.view', 'payment-request.create', 'payment-request.edit', 'payment-request.submit'] as const

const seeds: Record<ReadyMadeRole, RoleSeed> = {
  owner: { name: '老板', nameEn: 'Owner', permissions: allPermissions, scopes: every('all') },
  'sales-manager': {
    name: '销售经理',
    nameEn: 'Sales manager',
    permissions: [
      ...all('customer', 'quotation', 'deal', 'sales-contract', 'profit-estimate', 'freight-inquiry', 'receivable', 'cost', 'profit'),
      ...desk,
      'sales-figures.view',
      'product.create',
      'product.edit',
      'product.export',
      ...credits,
      'purchase-contract.view',
      'milestone.view',
      'milestone.export',
      'shipment.create',
      'shipment.edit',
      'shipment.submit',
      'shipment.export',
      'receipt.view',
      'receipt.claim',
      'receipt.export',
      'approval.decide',
      'approval.export',
      'list-view.share',
    ],
    scopes: every('department-below'),
  },
  // Lists of customers leave the house by export alone, so who sells does not have it.
  salesperson: {
    name: '业务员',
    nameEn: 'Salesperson',
    permissions: [
      ...desk,
      'sales-figures.view',
      'letter-of-credit.view',
      'customer.create',
      'customer.edit',
      'quotation.create',
      'quotation.edit',
      'sales-contract.create',
      'sales-contract.edit',
      'sales-contract.submit',
      'sales-contract.sign',
      'sales-contract.amend',
      'purchase-contract.view',
      'milestone.view',
      'shipment.create',
      'shipment.edit',
      'shipment.submit',
      ...inquiring,
      'receipt.view',
      'receipt.claim',
      'receivable.view',
    ],
    scopes: every('own'),
  },
  merchandiser: {
    name: '跟单',
    nameEn: 'Merchandiser',
    permissions: [
      ...desk,
      'sales-figures.view',
      'letter-of-credit.view',
      'product.create',
      'product.edit',
      'purchase-contract.view',
      'purchase-contract.create',
      'purchase-contract.edit',
      'purchase-contract.submit',
      ...all('milestone'),
      'shipment.create',
      'shipment.edit',
      'shipment.submit',
      ...inquiring,
      'freight-inquiry.submit',
      'freight-inquiry.choose',
      'bill.view',
      'cost.view',
      ...asking,
      'approval.decide',
    ],
    scopes: every('department-below'),
  },
  purchaser: {
    name: '采购',
    nameEn: 'Purchaser',
    permissions: [
      ...all('vendor', 'product', 'purchase-contract', 'milestone', 'milestone-template', 'cost'),
      'deal.view',
      'sales-contract.view',
      'sales-figures.view',
      'shipment.view',
      'rate.view',
      'bill.view',
      'bill.create',
      'payable.view',
      'payable.export',
      ...asking,
      'payment-request.export',
      'approval.decide',
    ],
    scopes: every('all'),
  },
  'shipping-clerk': {
    name: '单证',
    nameEn: 'Shipping clerk',
    permissions: [
      ...desk,
      ...all('freight-inquiry'),
      ...credits,
      'vendor.create',
      'vendor.edit',
      'vendor.submit',
      'purchase-contract.view',
      'milestone.view',
      'milestone.edit',
      'shipment.create',
      'shipment.edit',
      'shipment.submit',
      'shipment.dispatch',
      'shipment.export',
      'bill.view',
      'bill.create',
      ...asking,
    ],
    scopes: every('all'),
  },
  // Books what was received and paid, and allocates it; the money itself goes in and out with the cashier.
  accountant: {
    name: '会计',
    nameEn: 'Accountant',
    permissions: [
      ...all('bill', 'payment-request', 'profit-estimate', 'receivable', 'payable', 'ledger', 'rate', 'cost', 'profit'),
      ...desk,
      'sales-figures.view',
      ...credits,
      'customer.export',
      'vendor.create',
      'vendor.edit',
      'vendor.submit',
      'vendor.export',
      'deal.export',
      'quotation.export',
      'sales-contract.export',
      'purchase-contract.view',
      'purchase-contract.export',
      'milestone.view',
      'shipment.reverse',
      'shipment.export',
      'freight-inquiry.view',
      'freight-inquiry.export',
      'receipt.view',
      'receipt.claim',
      'receipt.allocate',
      'receipt.reverse',
      'receipt.export',
      'payment.view',
      'payment.reverse',
      'payment.export',
      'bank-account.view',
      'bank-account.edit',
      'bank-account.submit',
      'bank-account.export',
      'period.close',
      'approval.decide',
      'approval.export',
    ],
    scopes: every('all'),
  },
  cashier: {
    name: '出纳',
    nameEn: 'Cashier',
    permissions: [
      ...views('customer', 'vendor', 'deal', 'sales-contract', 'purchase-contract', 'letter-of-credit', 'bill', 'receivable', 'payable'),
      'sales-figures.view',
      'receipt.view',
      'receipt.create',
      'receipt.claim',
      'receipt.export',
      'payment-request.view',
      'payment-request.export',
      'payment.view',
      'payment.create',
      'payment.export',
      'vendor.submit',
      'bank-account.view',
      'bank-account.submit',
      'bank-account.transfer',
      'bank-account.export',
      'rate.view',
      'rate.edit',
    ],
    scopes: every('all'),
  },
  // Keeps users, roles and settings; sees nothing of the trade.
  administrator: {
    name: '系统管理员',
    nameEn: 'Administrator',
    permissions: [
      ...all('company', 'user', 'role', 'approval-route', 'list-view'),
      'audit.view',
      'audit.export',
      'backup.view',
      'backup.make',
    ],
    scopes: {},
  },
  // Reads the books; backups are for who keeps the machine.
  auditor: {
    name: '审计（只读）',
    nameEn: 'Auditor (read only)',
    permissions: ending('view', 'export').filter((p) => p !== 'backup.view'),
    scopes: every('all'),
  },
}

/** Rights that no ready-made role but the owner's has: only owners give them (U33). */
export const ownersRights: readonly Permission[] = allPermissions.filter((p) =>
  READY_MADE_ROLES.every((code) => code === 'owner' || !seeds[code].permissions.includes(p)),
)

/** The ready-made roles in their usual order, permissions without repetition and in the contract's order. */
export const readyMadeRoles: readonly (RoleSeed & { code: ReadyMadeRole })[] = READY_MADE_ROLES.map((code) => ({
  code,
  ...seeds[code],
  permissions: allPermissions.filter((p) => seeds[code].permissions.includes(p)),
}))
