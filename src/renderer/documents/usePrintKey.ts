import { onBeforeUnmount, onMounted } from 'vue'
import { useRouter } from 'vue-router'
import type { DocumentView, Paper } from '../../contract/documents.ts'

type Printable = Pick<DocumentView, 'id' | 'kind' | 'customerName'>

/** A walk-in customer gets a receipt, anyone with a name the 销售单; who paid a debt gets its slip. */
export function usualPaper({ kind, customerName }: Printable): Paper {
  if (kind === 'debtCollection') return 'collectionSlip'
  return customerName === '' ? 'receipt' : 'salesDocument'
}

/** Ctrl+P (⌘P) prints the document that is open instead of the screen. */
export function usePrintKey(document: () => Printable | null): void {
  const router = useRouter()
  usePrintWish(() => {
    const shown = document()
    if (shown) void router.push(printAddress(shown))
  })
}

/** Ctrl+P (⌘P) prints what is meant instead of the screen. */
export function usePrintWish(print: () => void): void {
  function press(event: KeyboardEvent): void {
    if (event.code !== 'KeyP' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    event.preventDefault()
    print()
  }

  onMounted(() => window.addEventListener('keydown', press))
  onBeforeUnmount(() => window.removeEventListener('keydown', press))
}

export function printAddress(document: Printable) {
  return { name: 'print', params: { paper: usualPaper(document), documentId: document.id } }
}
