/** The bars of a code: EAN-13 for what is one, as shops print it, else Code 128. */
import JsBarcode from 'jsbarcode'
import { isEan13 } from '../../contract/scale-codes.ts'
import { code128, type Barcode } from '../../contract/papers/code128.ts'

export const barsOf = (text: string): Barcode => (isEan13(text) ? ean13(text) : code128(text))

/** Whether it can be printed as bars at all. */
export const isPrintable = (text: string): boolean => /^[\x20-\x7e]+$/.test(text)

function ean13(text: string): Barcode {
  const target: { encodings?: { data: string }[] } = {}
  JsBarcode(target, text, { format: 'EAN13', flat: true })
  const data = target.encodings?.map((part) => part.data).join('') ?? ''
  const bars = [...data.matchAll(/1+/g)].map((run) => ({ x: run.index, width: run[0].length }))
  return { modules: data.length, bars }
}
