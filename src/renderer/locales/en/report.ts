import { en } from '../../../contract/papers/words/en.ts'

/** What the day-end says as its paper does. */
export default { salesTotal: en.report.salesTotal, parked: en.report.parked }
