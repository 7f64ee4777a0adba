export default {
  columns: 'Columns',
  export: 'Export',
  xlsx: 'Excel workbook (.xlsx)',
  csv: 'CSV text (.csv)',
  exporting: '{count} rows read. Cancel',
  exported: '{count} rows exported',
  tooMany: 'More rows than a sheet can hold. Please narrow the list, or export as CSV',
  exportXlsx: 'Export {title} as Excel',
  exportCsv: 'Export {title} as CSV',
}
