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
  imports: { begin: '开始导入文件', read: '读取导入文件', plan: '预览导入', start: '开始导入', cancel: '停止导入', upload: '上传导入文件', end: '导入完成', fail: '导入中断' },
  importing: { carryOut: '导入一批' },
}
