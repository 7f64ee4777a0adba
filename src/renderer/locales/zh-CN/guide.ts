export default {
  title: '使用说明',
  chapters: '章节',
  chapter: {
    start: '第一天',
    selling: '收银',
    'after-sale': '退货、换货、改错',
    members: '会员与欠款',
    goods: '商品与库存',
    shift: '班次与日结',
    printers: '打印机与钱箱',
    staff: '员工与权限',
    import: '导入旧资料',
    backup: '备份与恢复',
    settings: '设置、按键、查找',
  },
}
