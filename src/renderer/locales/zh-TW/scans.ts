/** What is said of a scan where no screen takes it itself. */
export default {
  open: '開啟',
  onHand: '庫存 {quantity}',
  unknown: '沒有這個條碼：{code}',
  paymentCode: '這是客人的付款條碼，結帳時在收銀台掃描。本機不代收，請確認入帳',
}
