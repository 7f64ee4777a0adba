/** `NativeImage`: what a window showed, decoded by the page itself. */
import type { Page } from 'playwright-core'

interface Size {
  readonly width: number
  readonly height: number
}

export class NativeImage {
  readonly #size: Size
  readonly #pixels: Buffer

  constructor(size: Size, pixels: Buffer) {
    this.#size = size
    this.#pixels = pixels
  }

  getSize = (): Size => this.#size
  /** BGRA in Electron; here RGBA, which is the same for a grey page. */
  toBitmap = (): Buffer => this.#pixels
}

export async function imageOf(
  page: Page,
  clip: Size & { readonly x: number; readonly y: number },
): Promise<NativeImage> {
  const png = await page.screenshot({ clip })
  const pixels = await page.evaluate(async (encoded) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${encoded}`)).blob())
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
    pen.drawImage(bitmap, 0, 0)
    const pixels = new Blob([pen.getImageData(0, 0, bitmap.width, bitmap.height).data])
    const reader = new FileReader()
    const read = new Promise((resolve) => reader.addEventListener('load', resolve))
    reader.readAsDataURL(pixels)
    await read
    return (reader.result as string).split('base64,')[1] ?? ''
  }, png.toString('base64'))
  return new NativeImage({ width: clip.width, height: clip.height }, Buffer.from(pixels, 'base64'))
}
