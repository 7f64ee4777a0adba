/** Who works in the invented shop and who buys there: roles, not persons. */
import type { CustomerInput } from '../../contract/customers.ts'
import type { RoleKey } from '../../contract/permissions.ts'
import type { Money } from '../../contract/values.ts'

export const OWNER = '店主'
export const PASSWORD = 'guitai-demo'

export const STAFF = [
  { name: '店长', role: 'manager' },
  { name: '店员甲', role: 'clerk' },
  { name: '店员乙', role: 'clerk' },
  { name: '会计', role: 'bookkeeper' },
] as const satisfies readonly { name: string; role: RoleKey }[]

const REGULARS = 60
const WHOLESALERS = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'.match(/./gu) ?? []
const OFFICES = 10

/** Numbers from 138000000xx, which are given to nobody. */
const phoneOf = (number: number): string => `138000000${String(number).padStart(2, '0')}`

export interface Patron {
  readonly kind: 'regular' | 'wholesale' | 'office'
  readonly input: CustomerInput
}

export function patrons(): Patron[] {
  const regulars = Array.from({ length: REGULARS }, (_, at) => ({
    kind: 'regular' as const,
    input: customer(at, `HY${three(at)}`, `茶友 ${three(at)}`, { address: '', note: '', creditLimit: null }),
  }))
  const wholesalers = WHOLESALERS.map((letter, at) => {
    const said = {
      address: `示例市场 ${at + 1} 号铺`,
      note: '按月结算',
      creditLimit: at % 4 === 3 ? (2_000_000 as Money) : null,
    }
    return { kind: 'wholesale' as const, input: customer(REGULARS + at, `PF${three(at)}`, `批发客户 ${letter}`, said) }
  })
  const offices = Array.from({ length: OFFICES }, (_, at) => {
    const said = { address: `示例路 ${at + 1} 号`, note: '', creditLimit: null }
    const number = REGULARS + WHOLESALERS.length + at
    return { kind: 'office' as const, input: customer(number, `DW${three(at)}`, `单位客户 ${three(at)}`, said) }
  })
  return [...regulars, ...wholesalers, ...offices]
}

type Rest = Pick<CustomerInput, 'address' | 'note' | 'creditLimit'>
const customer = (number: number, code: string, name: string, rest: Rest): CustomerInput => ({
  ...rest,
  code,
  name,
  phone: phoneOf(number),
})

const three = (at: number): string => String(at + 1).padStart(3, '0')
