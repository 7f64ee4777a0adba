/** Paper dot by dot: one bit each, eight to a byte, the left one first; a row begins a new byte. */
export interface Bitmap {
  readonly width: number
  readonly height: number
  readonly bits: Uint8Array
}

export const bytesOfRow = (width: number): number => Math.ceil(width / 8)

/** A head burns or it does not. Letters are thin at 24 dots, so what is half grey is burnt too. */
const DARK = 160

/** @param pixels four bytes each, in whatever order of colours: paper is grey */
export function blackAndWhite(pixels: Uint8Array, { width, height }: Omit<Bitmap, 'bits'>): Bitmap {
  if (pixels.length !== width * height * 4)
    throw new Error(`a picture of ${String(pixels.length)} bytes has another size`)
  const stride = bytesOfRow(width)
  const bits = new Uint8Array(stride * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4
      const grey = ((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0)) / 3
      if (grey < DARK) bits[y * stride + (x >> 3)]! |= 0x80 >> (x & 7)
    }
  return { width, height, bits }
}
