/** A paper as dots (图像打印), for printers that have no GB18030: GS v 0, which every one of them knows. */
import { bytesOfRow, type Bitmap } from './bitmap.ts'
import { finishBytes, RESET, type Finish } from './escpos.ts'

/** Cheap printers hold some kilobytes: 64 rows of 80 mm are 4.6 of them. */
const BAND_ROWS = 64

export function encodePictures(pictures: readonly Bitmap[], finish: Finish): Buffer {
  return Buffer.concat([RESET, ...pictures.flatMap(bands), finishBytes(finish)])
}

function bands({ width, height, bits }: Bitmap): Buffer[] {
  const stride = bytesOfRow(width)
  const count = Math.ceil(height / BAND_ROWS)
  return Array.from({ length: count }, (_, band) => {
    const from = band * BAND_ROWS
    const rows = Math.min(BAND_ROWS, height - from)
    const head = [0x1d, 0x76, 0x30, 0, stride & 0xff, stride >> 8, rows & 0xff, rows >> 8]
    return Buffer.concat([Buffer.from(head), bits.subarray(from * stride, (from + rows) * stride)])
  })
}
