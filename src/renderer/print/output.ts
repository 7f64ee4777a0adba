/** Where a page goes that is ready: the system's dialog, or a file. */
import { nextTick, watch, type Ref } from 'vue'
import { desktop } from '../api/desktop.ts'

export const printPage = async () => (desktop() ? desktop()?.print() : window.print())
/** A browser saves PDFs from its own dialog. */
export const savePdf = async () => (desktop() ? desktop()?.printToPdf() : window.print())

export const until = (done: Ref<boolean>) =>
  new Promise<void>((resolve) => {
    const stop = watch(
      done,
      (now) => {
        if (!now) return
        void nextTick(() => stop())
        resolve()
      },
      { immediate: true },
    )
  })
