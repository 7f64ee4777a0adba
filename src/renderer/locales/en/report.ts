import { en } from '../../../contract/papers/words/en.ts'

const { salesTotal, parked, tenders, refunds, collected, voided } = en.report

/** What the shift's page and the day-end say as their papers do. */
export default { salesTotal, parked, tenders, refunds, collected, voided }
