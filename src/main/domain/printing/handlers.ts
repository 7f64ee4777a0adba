import { command, preparedCommand, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { refuse } from '../errors.ts'
import { cancelJob, printTestPage, removePrinter, reprint, retryJob, savePrinter, saveSettings } from './commands.ts'
import { previewOf } from './preview.ts'
import { jobByRefs, listJobs, lostReceipts, printerOf, printersView } from './queries.ts'

export const printing = {
  printers: api.printing.printers.handler(query(printersView)),
  systemPrinters: api.printing.systemPrinters.handler(({ context: { opened } }) =>
    (opened ?? refuse('SHOP_NOT_OPEN')).printers.systemPrinters(),
  ),
  status: api.printing.status.handler(async ({ context: { opened }, input: { printerId } }) => {
    const { printers, writer } = opened ?? refuse('SHOP_NOT_OPEN')
    return { status: await printers.status(printerOf(writer.db, printerId) ?? refuse('PRINTER_NOT_FOUND')) }
  }),
  savePrinter: api.printing.savePrinter.handler(
    preparedCommand(({ opened }, input) => opened.printers.check(input), savePrinter, printersView),
  ),
  removePrinter: api.printing.removePrinter.handler(command(removePrinter, printersView)),
  saveSettings: api.printing.saveSettings.handler(command(saveSettings, printersView)),
  testPage: api.printing.testPage.handler(command(printTestPage, jobByRefs)),
  jobs: api.printing.jobs.handler(query(listJobs)),
  lost: api.printing.lost.handler(query(lostReceipts)),
  retry: api.printing.retry.handler(command(retryJob, jobByRefs)),
  cancel: api.printing.cancel.handler(command(cancelJob, jobByRefs)),
  reprint: api.printing.reprint.handler(command(reprint, jobByRefs)),
  preview: api.printing.preview.handler(query(previewOf)),
}
