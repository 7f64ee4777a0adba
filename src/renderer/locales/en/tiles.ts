/** 常用商品 on the counter, and on a product's own page. */
export default {
  title: 'Frequent goods',
  pin: 'Pin',
  pinned: 'pinned',
  pinning: 'Touch one to pin it or let it go; what is pinned stays here however it sells',
  choose: 'Choose',
  pinHere: 'Pin to frequent goods',
  letGo: 'Unpin',
  pinnedHere: 'Pinned to frequent goods',
}
