/** The number pad of touch mode. */
export default {
  title: 'Number pad',
  back: 'Backspace',
  clear: 'Clear',
  accept: 'OK',
  likely: 'Likely numbers',
  minus: 'Minus',
  point: 'Decimal point',
}
