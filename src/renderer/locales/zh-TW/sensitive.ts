export default {
  title: '異常操作',
  kind: '種類',
  everyKind: '全部',
  everyShift: '全部',
  subject: '內容',
  allowedBy: '{name} 授權',
  empty: '還沒有異常操作。改價、折扣、無交易開櫃等會記在這裡。',
  noMatch: '沒有符合條件的異常操作。',
}
