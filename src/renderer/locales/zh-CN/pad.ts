/** The number pad of touch mode. */
export default {
  title: '数字键盘',
  back: '退格',
  clear: '清空',
  accept: '确定',
  likely: '常用数',
  minus: '负号',
  point: '小数点',
}
