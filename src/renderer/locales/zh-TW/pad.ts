/** The number pad of touch mode. */
export default {
  title: '數字鍵盤',
  back: '倒退',
  clear: '清除',
  accept: '確定',
  likely: '常用數字',
  minus: '負號',
  point: '小數點',
}
