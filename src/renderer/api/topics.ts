import type { contract } from '../../contract/index.ts'

/** The first word of a command's name. */
export type Topic = keyof typeof contract
