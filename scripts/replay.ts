/** `npm run replay -- FILE --shop DIR --report FILE.json`: a real year of trade, through the counter's own commands. */
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { inOneSentence, ReplayFailure } from './replay/failure.ts'
import { stoppable } from './replay/pace.ts'
import { showProgress } from './replay/progress.ts'
import type { Report } from './replay/report.ts'
import { replay } from './replay/run.ts'

const USAGE = 'npm run replay -- FILE.csv.gz --shop DIR --report FILE.json'
/** As the shell says of what was interrupted. */
const STOPPED = 130

const faults: object[] = []
const pace = stoppable()
try {
  const { file, folder, reportFile } = readArguments()
  const say = (sentence: string) => console.error(sentence)
  const report = await replay({ file, folder, pace, progress: showProgress, say, faults })
  if (report) tell(report, reportFile)
  else sayStopped()
} catch (error) {
  console.error(inOneSentence(error, faults))
  process.exitCode = 1
} finally {
  pace.release()
}

function readArguments() {
  try {
    const options = { shop: { type: 'string' }, report: { type: 'string' } } as const
    const { positionals, values } = parseArgs({ options, allowPositionals: true })
    const [file, ...more] = positionals
    const { shop, report } = values
    if (file === undefined || more.length > 0 || shop === undefined || report === undefined) throw new Error('')
    const reportFile = resolve(report)
    if (!existsSync(dirname(reportFile))) throw new ReplayFailure(`there is no folder ${dirname(reportFile)}`)
    return { file, folder: resolve(shop), reportFile }
  } catch (error) {
    throw error instanceof ReplayFailure ? error : new ReplayFailure(`it is started by ${USAGE}`)
  }
}

function tell(report: Report, file: string): void {
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
  const { lines, amount, invariants, linesPerSecond } = report
  console.log(
    `${lines.booked} of ${lines.total} lines booked, ${lines.refused} refused; ${linesPerSecond} lines a second`,
  )
  console.log(`${amount.booked} booked + ${amount.refused} refused = ${amount.total}`)
  const broken = Object.keys(invariants).filter((name) => invariants[name] !== true)
  console.log(broken.length === 0 ? 'every invariant holds' : `broken: ${broken.join(', ')}`)
  console.log(file)
  if (broken.length > 0) process.exitCode = 1
}

function sayStopped(): void {
  console.log('Stopped. Started again with the same folder it goes on from here.')
  process.exitCode = STOPPED
}
