/** Numbers as people and programs write them, made whole without a float in between. */

const WRITTEN = /^([+-]?)(\d*)(?:\.(\d*))?$/
const MOST = 100_000_000_000

/** `¥1,280.50` with 4 decimals is 12805000. @returns undefined for what is no number, or beyond any shop's */
export function scaled(text: string, decimals: number): number | undefined {
  const plain = text.normalize('NFKC').replace(/[¥$,，\s]|元$|nt\$|rmb/gi, '')
  const [, sign = '', whole = '', fraction = ''] = WRITTEN.exec(plain) ?? []
  if (whole === '' && fraction === '') return undefined
  const kept = `${whole}${fraction.slice(0, decimals).padEnd(decimals, '0')}`
  const up = Number(fraction[decimals] ?? '0') >= 5 ? 1 : 0
  const value = Number(kept === '' ? '0' : kept) + up
  if (value > MOST) return undefined
  return sign === '-' && value !== 0 ? -value : value
}

/** `1箱=12瓶`, `1*12`, `12`: the last number is how many. */
export function factorOf(text: string): number | undefined {
  const last = text
    .normalize('NFKC')
    .match(/\d+(\.\d+)?/g)
    ?.at(-1)
  const factor = last === undefined ? undefined : scaled(last, 3)
  return factor !== undefined && factor > 0 ? factor : undefined
}

/** 停用, 下架 and their like; a column 是否停用 says 是. */
export function isArchived(text: string, header: string): boolean {
  if (/是否停用/.test(header)) return /^(是|y|yes|1|true)$/i.test(text)
  return /停用|下架|停售|禁用|已删除|disabled|archived|inactive/i.test(text)
}
