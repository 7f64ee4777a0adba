export default {
  save: '儲存',
  cancel: '取消',
  close: '關閉',
  back: '返回',
  remove: '移除',
  undo: '復原',
  clearFilters: '清除篩選',
  tryAgain: '再試一次',
  loading: '讀取中',
  more: '顯示更多',
}
