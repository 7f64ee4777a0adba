import { zhTW } from '../../../contract/papers/words/zh-TW.ts'

/** What the day-end says as its paper does. */
export default { salesTotal: zhTW.report.salesTotal, parked: zhTW.report.parked }
