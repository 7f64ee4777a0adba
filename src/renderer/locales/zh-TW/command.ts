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
  imports: { begin: '開始匯入檔案', read: '讀取匯入檔案', plan: '預覽匯入', start: '開始匯入', cancel: '停止匯入', upload: '上傳匯入檔案', end: '匯入完成', fail: '匯入中斷' },
  importing: { carryOut: '匯入一批' },
}
