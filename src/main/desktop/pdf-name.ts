const LONGEST = 80

/** A file name that every system takes, from the title of the page. */
export function pdfName(title: string): string {
  const name = title
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return `${[...name].slice(0, LONGEST).join('').trimEnd() || 'Guitai'}.pdf`
}
