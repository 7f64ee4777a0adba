import { zhCN } from '../../../contract/papers/words/zh-CN.ts'

const { salesTotal, parked, tenders, refunds, collected, voided } = zhCN.report

/** What the shift's page and the day-end say as their papers do. */
export default { salesTotal, parked, tenders, refunds, collected, voided }
