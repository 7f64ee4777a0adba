export default {
  title: '商品标签',
  paper: '标签纸',
  size: { '40x30': '40×30 mm', '50x30': '50×30 mm', '60x40': '60×40 mm' },
  copiesOf: '「{name}」的张数',
  sheets: '张',
  giveBarcode: '生成店内码',
  empty: '还没有要打的标签。扫一件货，或按品名找。',
}
