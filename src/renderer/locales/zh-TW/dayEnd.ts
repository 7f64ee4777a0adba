import { zhTW } from '../../../contract/papers/words/zh-TW.ts'

export default {
  ...zhTW.dayEnd,
  title: '日結',
  cash: '點現金',
  noShift: '今天沒有班次',
  shiftOpen: '{number} 還沒有交班',
  counted: '{count} 班都點清，分毫不差',
  nothing: '沒有',
  count: '{count} 筆',
  countAndSum: '{count} 筆，共 {amount}',
  see: '去看看',
  receive: '補進貨',
  waiting: '還有 {count} 件事',
  confirm: '今天結束',
  confirmHint: '沒辦完的會一起記下來',
  doneNow: '今天結好了。辛苦了',
  print: '列印日結',
}
