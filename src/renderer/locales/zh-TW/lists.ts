export default {
  columns: '顯示的欄位',
  export: '匯出',
  xlsx: 'Excel 試算表（.xlsx）',
  csv: 'CSV 文字檔（.csv）',
  exporting: '已讀 {count} 列，點此取消',
  exported: '已匯出 {count} 列',
  tooMany: '列數超過一張試算表能放的數量。請縮小篩選，或匯出 CSV',
  exportXlsx: '匯出「{title}」為 Excel',
  exportCsv: '匯出「{title}」為 CSV',
}
