/**
 * A paper as a picture, for sending it to the owner's phone: its own markup and styles inside an SVG, drawn by the browser.
 * No library: the paper uses no image and no font of its own.
 */
const SHARPNESS = 2

export async function pictureOf(paper: HTMLElement): Promise<Blob> {
  const { offsetWidth: width, offsetHeight: height } = paper
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(paper, width, height))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * SHARPNESS
  canvas.height = height * SHARPNESS
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is empty'))), 'image/png'),
  )
}

function svgOf(paper: HTMLElement, width: number, height: number): string {
  const style = document.createElement('style')
  style.textContent = stylesOf(paper.classList[0] ?? '')
  const copy = paper.cloneNode(true) as HTMLElement
  copy.lang = document.documentElement.lang
  copy.prepend(style)
  const markup = new XMLSerializer().serializeToString(copy)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><foreignObject width="100%" height="100%">${markup}</foreignObject></svg>`
}

/** The rules that speak of the paper's own classes. */
function stylesOf(name: string): string {
  return [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .map((rule) => rule.cssText)
    .filter((text) => text.startsWith(`.${name}`))
    .join('\n')
}

/** Puts the picture on the clipboard, or saves it where that is not allowed. @returns which of the two */
export async function copyPicture(paper: HTMLElement, fileName: string): Promise<'copied' | 'saved'> {
  const picture = await pictureOf(paper)
  try {
    await navigator.clipboard.write([new ClipboardItem({ [picture.type]: picture })])
    return 'copied'
  } catch {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(picture)
    link.download = `${fileName}.png`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    return 'saved'
  }
}
