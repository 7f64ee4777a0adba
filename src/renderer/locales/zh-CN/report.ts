import { zhCN } from '../../../contract/papers/words/zh-CN.ts'

/** What the day-end says as its paper does. */
export default { salesTotal: zhCN.report.salesTotal, parked: zhCN.report.parked }
