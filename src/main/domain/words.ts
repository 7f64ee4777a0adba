/**
 * Splits what is searched and what is typed into words for FTS5, whose own tokenizers find nothing below three characters of
 * Chinese (DESIGN §5): single characters, pairs, ends of pinyin initials (女士大衣: `nsdy`, `sdy`, `dy`, `y`) and Latin words.
 */
import { initialsOf } from './initials.ts'

const HAN = String.raw`\p{Script=Han}`
const RUNS = new RegExp(String.raw`${HAN}+|[[\p{L}\p{N}\p{M}]--${HAN}]+`, 'gv')
const ONE_HAN = new RegExp(HAN, 'u')
const WESTERN_MARKS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu
/** A Latin run of this length still belongs among initials, as in 春秋T恤 or 龙井250g. */
const SHORT_RUN = 4
const MOST_INITIALS = 12
const MOST_READINGS = 4
/** Nobody types more; longer input only costs time. */
const MOST_TERMS = 16

/** One spelling for full width and half width, capitals and accents. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(WESTERN_MARKS, '').normalize('NFC').toLowerCase()
}

const runsOf = (text: string): readonly string[] => folded(text).match(RUNS) ?? []
const isHan = (run: string): boolean => ONE_HAN.test(run)

/** The words by which a title or a name is found. */
export function wordsOf(text: string): Set<string> {
  const words = new Set<string>()
  const runs = runsOf(text)
  for (const run of runs) {
    if (isHan(run)) addHan(words, [...run])
    else addLatin(words, run)
  }
  for (const sequence of sequencesOf(runs)) {
    sequence.forEach((_, at) => {
      for (const end of endsOf(sequence.slice(at, at + MOST_INITIALS))) words.add(end)
    })
  }
  return words
}

const SORTED_BY = 40

/** What a name is sorted by: pinyin initials as in an address book, and among equals the name itself (龙井 before 绿茶). */
export function sortKeyOf(name: string): string {
  const characters = [...folded(name)]
  const initials = characters.map((character) => (isHan(character) ? initialsOf(character).charAt(0) : character))
  return `${initials.slice(0, SORTED_BY).join('')} ${characters.slice(0, SORTED_BY).join('')}`
}

/** A code is found by its parts and as a whole: TEA-01 by `tea`, `01` and `tea01`. */
export function codeWordsOf(code: string): Set<string> {
  const words = new Set<string>()
  const runs = runsOf(code)
  for (const run of runs) addLatin(words, run)
  if (runs.length > 1) words.add(runs.join(''))
  return words
}

/** The last digits, as people read them off a label or say them on the phone. */
export function endingsOf(digits: string, lengths: readonly number[]): string[] {
  const plain = runsOf(digits).join('')
  return lengths.filter((length) => length <= plain.length).map((length) => plain.slice(-length))
}

/** 250g is found by `250` since words are found by their beginning, abc250 also by `250`. */
function addLatin(words: Set<string>, run: string): void {
  words.add(run)
  for (const digits of run.match(/\d+/g) ?? []) words.add(digits)
}

function addHan(words: Set<string>, characters: readonly string[]): void {
  characters.forEach((character, at) => words.add(character).add(character + (characters[at + 1] ?? '')))
}

/** Each initial's choices of reading, one after the other; a long Latin word ends a sequence. */
function sequencesOf(runs: readonly string[]): (readonly string[])[][] {
  const sequences: (readonly string[])[][] = [[]]
  for (const run of runs) {
    if (isHan(run)) sequences.at(-1)?.push(...[...run].map((character) => [...initialsOf(character)]))
    else if (run.length <= SHORT_RUN) sequences.at(-1)?.push([run])
    else sequences.push([])
  }
  return runs.some(isHan) ? sequences : []
}

/** Initials in every reading: 长裙 gives `cq` and `zq`. */
function endsOf(sequence: readonly (readonly string[])[]): readonly string[] {
  return sequence.reduce<readonly string[]>(
    (ends, choices) => {
      const readings = ends.length * choices.length <= MOST_READINGS ? choices : choices.slice(0, 1)
      return readings.flatMap((letter) => ends.map((end) => end + letter))
    },
    [''],
  )
}

/**
 * What was typed, as an FTS5 expression: every word must be there, Latin ones by their beginning. The words hold letters and
 * digits only, so that no input can be taken for an operator. Undefined when nothing that can be found was typed.
 */
export function matchOf(typed: string): string | undefined {
  const terms = new Set<string>()
  for (const run of runsOf(typed)) {
    if (!isHan(run)) terms.add(`"${run}"*`)
    else for (const pair of pairsOf([...run])) terms.add(`"${pair}"`)
  }
  return terms.size === 0 ? undefined : [...terms].slice(0, MOST_TERMS).join(' AND ')
}

function pairsOf(characters: readonly string[]): readonly string[] {
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`)
}
