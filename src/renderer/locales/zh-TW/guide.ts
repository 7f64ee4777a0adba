export default {
  title: '使用說明',
  chapters: '章節',
  chapter: {
    start: '第一天',
    selling: '收銀',
    'after-sale': '退貨、換貨、更正',
    members: '會員與欠款',
    goods: '商品與庫存',
    shift: '班次與日結',
    printers: '印表機與錢櫃',
    staff: '員工與權限',
    import: '匯入舊資料',
    backup: '備份與還原',
    settings: '設定、按鍵、搜尋',
  },
}
