export default {
  title: '敏感操作',
  kind: '种类',
  everyKind: '全部',
  everyShift: '全部',
  subject: '内容',
  allowedBy: '{name} 授权',
  empty: '还没有敏感操作。改价、折扣、空开钱箱等会记在这里。',
  noMatch: '没有符合条件的敏感操作。',
}
