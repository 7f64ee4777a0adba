/**
 * The data of a Code 128 for `GS k 73`: runs of digits go in pairs (code C), which halves their width, so that a document's
 * number fits the 384 dots of 58 mm.
 */
const CODE_B = [0x7b, 0x42]
const CODE_C = [0x7b, 0x43]
const BRACE = 0x7b
/** Fewer digits cost more to switch for than they save. */
const LEAST_DIGITS = 4

export function code128(text: string): number[] {
  return (text.match(/\d+|\D+/g) ?? []).flatMap((run) => {
    const paired = /^\d/.test(run) && run.length >= LEAST_DIGITS ? run.length - (run.length % 2) : 0
    const pairs = run.slice(0, paired).match(/\d\d/g) ?? []
    const rest = run.slice(paired)
    return [...(pairs.length > 0 ? [...CODE_C, ...pairs.map(Number)] : []), ...(rest === '' ? [] : inB(rest))]
  })
}

/** A brace begins a command of its own, so one that is meant is doubled. */
const inB = (text: string): number[] => [
  ...CODE_B,
  ...[...Buffer.from(text, 'latin1')].flatMap((byte) => (byte === BRACE ? [byte, byte] : [byte])),
]
