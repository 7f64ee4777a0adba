export default {
  columns: '显示的列',
  export: '导出',
  xlsx: 'Excel 表格（.xlsx）',
  csv: 'CSV 文本（.csv）',
  exporting: '已读 {count} 行，点此取消',
  exported: '已导出 {count} 行',
  tooMany: '行数超过一张表格能放的数量。请缩小筛选，或导出 CSV',
  exportXlsx: '导出「{title}」为 Excel',
  exportCsv: '导出「{title}」为 CSV',
}
