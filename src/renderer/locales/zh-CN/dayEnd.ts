import { zhCN } from '../../../contract/papers/words/zh-CN.ts'

export default {
  ...zhCN.dayEnd,
  title: '日结',
  cash: '点钱',
  noShift: '今天没有班次',
  shiftOpen: '{number} 还没有交班',
  counted: '{count} 班都点清了，分毫不差',
  nothing: '没有',
  count: '{count} 笔',
  countAndSum: '{count} 笔，共 {amount}',
  see: '去看看',
  receive: '补进货',
  waiting: '还有 {count} 件事',
  confirm: '今天结束',
  confirmHint: '没办完的会一起记下来',
  doneNow: '今天结好了。辛苦了',
  print: '打印日结',
}
