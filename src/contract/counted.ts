/** More than this is not counted: whoever reads `COUNTED` knows that there are at least so many. */
export const COUNTED = 1_000
