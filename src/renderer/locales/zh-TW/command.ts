/** What each command of the contract is called in the records. */
export default {
  setup: { openShop: '開店', restore: '從備份還原' },
  session: { signIn: '登入', signOut: '登出', changePassword: '變更自己的密碼' },
  settings: { update: '修改設定' },
  staff: { create: '新增員工', update: '修改員工', setPassword: '重設員工密碼', updateRole: '修改角色權限' },
  products: { create: '新增商品', update: '修改商品', archive: '停用或恢復商品' },
  customers: { create: '新增客戶', update: '修改客戶', archive: '停用或恢復客戶', reveal: '查看完整電話和地址' },
  orders: { sell: '銷售' },
  returns: { returnGoods: '退貨' },
  stock: { adjust: '庫存調整', receive: '進貨' },
  drawer: { open: '開班', move: '現金存入或支出', close: '交班' },
  snapshots: { take: '備份' },
  documents: { printFull: '列印含完整電話和地址的單據' },
  printing: {
    savePrinter: '設定印表機',
    removePrinter: '移除印表機',
    saveSettings: '修改列印設定',
    testPage: '列印測試頁',
    retry: '重印未印出的單據',
    cancel: '放棄列印',
    reprint: '補印交易明細',
  },
}
