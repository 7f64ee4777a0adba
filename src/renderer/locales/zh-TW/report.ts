import { zhTW } from '../../../contract/papers/words/zh-TW.ts'

const { salesTotal, parked, tenders, refunds, collected, voided } = zhTW.report

/** What the shift's page and the day-end say as their papers do. */
export default { salesTotal, parked, tenders, refunds, collected, voided }
