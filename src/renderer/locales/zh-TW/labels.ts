export default {
  title: '商品標籤',
  paper: '標籤紙',
  size: { '40x30': '40×30 mm', '50x30': '50×30 mm', '60x40': '60×40 mm' },
  copiesOf: '「{name}」的張數',
  sheets: '張',
  giveBarcode: '產生店內碼',
  empty: '還沒有要列印的標籤。掃一件商品，或依品名搜尋。',
}
