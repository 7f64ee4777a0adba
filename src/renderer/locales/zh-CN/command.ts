/** What each command of the contract is called in the records. */
export default {
  setup: { openShop: '开店', restore: '从备份恢复' },
  session: { signIn: '登录', signOut: '退出登录', changePassword: '修改自己的密码' },
  settings: { update: '修改设置' },
  staff: { create: '添加员工', update: '修改员工', setPassword: '重设员工密码', updateRole: '修改角色权限' },
  products: { create: '新建商品', update: '修改商品', archive: '停用或恢复商品' },
  customers: { create: '新建客户', update: '修改客户', archive: '停用或恢复客户', reveal: '查看完整电话和地址' },
  orders: { sell: '销售' },
  returns: { returnGoods: '退货' },
  stock: { adjust: '库存调整', receive: '入库' },
  drawer: { open: '开班', move: '存入或支出现金', close: '交班' },
  snapshots: { take: '备份' },
  documents: { printFull: '打印带完整电话和地址的单据' },
  printing: {
    savePrinter: '设置打印机',
    removePrinter: '移除打印机',
    saveSettings: '修改打印设置',
    testPage: '打测试页',
    retry: '再打一次未打出的单据',
    cancel: '放弃打印',
    reprint: '补打小票',
  },
}
