export default {
  title: 'Labels',
  paper: 'Label paper',
  size: { '40x30': '40×30 mm', '50x30': '50×30 mm', '60x40': '60×40 mm' },
  copiesOf: 'Copies of “{name}”',
  sheets: 'pcs',
  giveBarcode: 'Make a barcode',
  empty: 'No labels yet. Scan a product or search for it.',
}
