/** 常用商品 on the counter. */
export default {
  title: 'Frequent goods',
  pin: 'Pin',
  pinned: 'pinned',
  pinning: 'Touch one to pin it or let it go; what is pinned stays here however it sells',
  choose: 'Choose',
}
