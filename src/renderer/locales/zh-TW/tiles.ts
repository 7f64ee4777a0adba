/** 常用商品 on the counter, and on a product's own page. */
export default {
  title: '常用商品',
  pin: '固定',
  pinned: '已固定',
  pinning: '點一下就固定或放開；固定的商品不論賣多少都留在這裡',
  choose: '選規格',
  pinHere: '固定到常用商品',
  letGo: '取消固定',
  pinnedHere: '已固定在常用商品',
}
