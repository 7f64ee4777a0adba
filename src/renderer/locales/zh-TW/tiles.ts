/** 常用商品 on the counter. */
export default {
  title: '常用商品',
  pin: '固定',
  pinned: '已固定',
  pinning: '點一下就固定或放開；固定的商品不論賣多少都留在這裡',
  choose: '選規格',
}
