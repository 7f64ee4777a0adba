/** What is said of a scan where no screen takes it itself. */
export default {
  open: '打开',
  onHand: '库存 {quantity}',
  unknown: '没有这个码：{code}',
  paymentCode: '这是客人的付款码，收款时在收银台扫。本机不代收，请确认到账',
}
