/** 常用商品 on the counter, and on a product's own page. */
export default {
  title: '常用商品',
  pin: '固定',
  pinned: '已固定',
  pinning: '点一下就固定或放开；固定的商品不管卖多少都留在这里',
  choose: '选规格',
  pinHere: '固定到常用商品',
  letGo: '取消固定',
  pinnedHere: '已固定在常用商品',
}
