/**
 * What people's hands know from other programs. Only what those programs' own help says is taken over; the rest stays as here.
 *
 * - 管家婆云零售客户端, POS开单 and POS取单 (help.wsgjp.com/5e03/d485/163b/ad40/20b7 and …/5064): F2 会员, F4 营业员, F8 取单, F10 整单折扣,
 *   F12 选择商品; `*` 数量, `.` 单价 and `/` 折扣 are ours anyway.
 * - 银豹 PC 端 (its help on 会员存零, nnipfs.com/kb/330): F9 搜索会员. Its table of keys is a picture that no text was found of.
 */
import { DEFAULT_KEYS } from './keys.ts'
import type { KeyMap } from './keyMap.ts'

export const PRESETS = {
  counter: DEFAULT_KEYS,
  grasp: {
    ...DEFAULT_KEYS,
    customer: { fKey: 'F2', letter: 'C' },
    seller: { fKey: 'F4', letter: 'E' },
    parked: { fKey: 'F8', letter: 'J' },
    saleDiscount: { fKey: 'F10', letter: 'D' },
    find: { fKey: 'F12', letter: 'F' },
    card: { fKey: 'F3', letter: 'K' },
    onAccount: { letter: 'S' },
  },
  pospal: {
    ...DEFAULT_KEYS,
    customer: { fKey: 'F9', letter: 'C' },
    bankTransfer: { fKey: 'F4', letter: 'Y' },
  },
} satisfies Record<string, KeyMap>
export type Preset = keyof typeof PRESETS
