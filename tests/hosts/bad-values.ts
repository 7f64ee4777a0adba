/** Values that people, programs and attackers send, and inputs made of them after the contract's own schemas. */
import { z } from 'zod'

export type Named = readonly [what: string, value: unknown]

export const TEN_MEGABYTES = 'x'.repeat(10 * 1024 * 1024)

/** What JSON can carry. */
export const BAD_VALUES: readonly Named[] = [
  ['nothing', undefined],
  ['null', null],
  ['a switch', true],
  ['zero', 0],
  ['negative', -1],
  ['a fraction', 0.5],
  ['huge', 1e308],
  ['largest safe', Number.MAX_SAFE_INTEGER],
  ['beyond safe', 2 ** 53],
  ['most negative', -Number.MAX_SAFE_INTEGER],
  ['empty', ''],
  ['blank', ' \t '],
  ['a number as text', '1'],
  ['emoji', '👩‍👩‍👧‍👦🍵'],
  ['SQL', `'; DROP TABLE documents; --`],
  ['SQL that is true', `" OR 1=1 --`],
  ['search syntax', `NEAR(a* "b) AND {c}:^%_[-`],
  ['NUL', 'a\0b'],
  ['control characters', 'a\u0007\nb'],
  ['half a character', '\ud800'],
  ['right to left', '\u202etxet'],
  ['a path', '../../shop.db'],
  ['long', '长'.repeat(5_000)],
  ['a prototype key', '__proto__'],
  ['a list', []],
  ['lists in lists', [[[[]]]]],
  ['a long list', Array<number>(3_000).fill(1)],
  ['an object', {}],
  ['prototype keys', JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')],
]

/** A few of each sort, for the slower ways in. */
export const FEW_BAD_VALUES = BAD_VALUES.filter((_, index) => index % 3 === 0)

/** What only a program in the same process can send. */
export const ODD_VALUES: readonly Named[] = [
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['negative zero', -0],
  ['a big integer', 10n],
  ['a date', new Date(0)],
  ['bytes', Buffer.from('bytes')],
  ['a map', new Map([['a', 1]])],
  ['10 MB', TEN_MEGABYTES],
]

type Fields = Readonly<Record<string, unknown>>

/** An input that the schema accepts; `known` gives fields their real values by name. */
export function validInput(schema: z.ZodObject, known: Fields): Fields {
  return sample(schema, known) as Fields
}

/** The same input with one field, at any depth, made bad at a time; and inputs that are no object at all. */
export function* badInputs(schema: z.ZodObject, known: Fields, values: readonly Named[]): Generator<Named> {
  for (const [what, value] of values) yield [`all: ${what}`, value]
  const valid = validInput(schema, known)
  yield ['as it should be', valid]
  yield ['one field more', { ...valid, isOwner: true, __proto__: { polluted: 1 } }]
  for (const path of pathsIn(schema, valid)) {
    for (const [what, value] of values) yield [`${path.join('.')}: ${what}`, withValue(valid, path, value)]
  }
}

function sample(schema: z.core.$ZodType, known: Fields): unknown {
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape as Record<string, z.core.$ZodType>)
    return Object.fromEntries(
      fields.flatMap(([name, field]) => {
        if (name in known) return [[name, known[name]]]
        return field instanceof z.ZodOptional || field instanceof z.ZodDefault ? [] : [[name, sample(field, known)]]
      }),
    )
  }
  if (schema instanceof z.ZodArray) return [sample(schema.element, known)]
  if (schema instanceof z.ZodUnion) return sample(schema.options[0] as z.core.$ZodType, known)
  if (schema instanceof z.ZodNullable) return null
  if (schema instanceof z.ZodEnum) return schema.options[0]
  if (schema instanceof z.ZodLiteral) return schema.value
  if (schema instanceof z.ZodBoolean) return false
  if (schema instanceof z.ZodNumber) return Math.max(1, schema.minValue ?? 1)
  if (schema instanceof z.ZodString) return 'text'
  throw new Error(`no sample for ${schema._zod.def.type}`)
}

type Path = readonly (string | number)[]

/** Every field that the schema has, also those that the valid input leaves out. */
function pathsIn(schema: z.core.$ZodType, value: unknown): Path[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape as Record<string, z.core.$ZodType>).flatMap(([name, field]) => [
      [name],
      ...pathsIn(field, (value as Fields | undefined)?.[name]).map((rest) => [name, ...rest]),
    ])
  }
  if (schema instanceof z.ZodArray && Array.isArray(value) && value.length > 0) {
    return [[0], ...pathsIn(schema.element, value[0]).map((rest) => [0, ...rest])]
  }
  if (schema instanceof z.ZodUnion) {
    const option = schema.options.find((one) => z.safeParse(one as z.ZodType, value).success)
    return option ? pathsIn(option as z.core.$ZodType, value) : []
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return value === undefined || value === null ? [] : pathsIn(schema.unwrap(), value)
  }
  return []
}

function withValue(into: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value
  const inner = withValue((into as Record<string | number, unknown>)[first], rest, value)
  if (Array.isArray(into)) return into.map((item: unknown, index) => (index === first ? inner : item))
  return { ...(into as Fields), [first]: inner }
}
