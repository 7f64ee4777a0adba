/** What runs inside the counter's page: text, since this side of the project knows no DOM. */

/** Starts at a key's own time stamp and stops in the frame after the page shows what was waited for. */
export const STOPWATCH = `
globalThis.stopwatch = (() => {
  let awaited, started, changed, taken, reading, remembered, amountBefore
  // Before anything of the page listens: a scan's own Enter reaches nobody else.
  for (const kind of ['keydown', 'input'])
    addEventListener(
      kind,
      (event) => {
        if (awaited === undefined || awaited !== (kind === 'input' ? 'input' : event.code)) return
        awaited = undefined
        started = event.timeStamp
      },
      true,
    )
  const selected = () => [...document.querySelectorAll('.basket tbody tr')].findIndex((row) => row.ariaSelected === 'true')
  const amount = () => document.querySelector('.basket tr[aria-selected=true] td.amount')?.textContent
  const look = () => {
    if (started === undefined || changed === undefined || !changed()) return
    const from = started
    started = changed = undefined
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        taken = performance.now() - from
        reading?.(taken)
      }
      port2.postMessage(null)
    })
  }
  const type = (field, code, key) => {
    field.dispatchEvent(new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true }))
    if (key.length > 1) return
    field.value += key
    field.dispatchEvent(new InputEvent('input', { data: key, inputType: 'insertText', bubbles: true }))
  }
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  return {
    arm(code, condition) {
      taken = reading = undefined
      started = undefined
      changed = condition
      awaited = code
    },
    read: (patience) =>
      taken ??
      new Promise((resolve, reject) => {
        reading = resolve
        setTimeout(() => reject(new Error('nothing changed after the key')), patience)
      }),
    /** A scanner types faster than any tool that drives a browser from outside. */
    async scan(code) {
      const field = document.querySelector('.find-bar input')
      field.focus()
      for (const digit of code) {
        type(field, 'Digit' + digit, digit)
        await new Promise((resolve) => setTimeout(resolve, 2)) // each key is an event of its own
      }
      type(field, 'Enter', 'Enter')
    },
    lines: () => document.querySelectorAll('.basket tbody tr').length,
    remember() {
      remembered = selected()
      amountBefore = amount()
    },
    /** Whole units on the selected line. */
    quantity: () => parseInt(document.querySelector('.basket tr[aria-selected=true] .quantity')?.textContent.trim(), 10),
    repriced: () => amount() !== amountBefore,
    isLast: () => selected() === document.querySelectorAll('.basket tbody tr').length - 1,
    moved: () => selected() !== remembered,
  }
})()
`

/** Conditions on the page. */
export const CHANGED = {
  list: `document.querySelectorAll('[role=option]').length > 0`,
  pricedLines: `[...document.querySelectorAll('.basket tbody td.amount')].filter((cell) => cell.textContent.trim() !== '').length`,
  selection: 'stopwatch.moved()',
  amount: 'stopwatch.repriced()',
} as const
