export default {
  save: '保存',
  cancel: '取消',
  close: '关闭',
  back: '返回',
  remove: '移除',
  undo: '撤销',
  clearFilters: '清除筛选',
  tryAgain: '再试一次',
  loading: '正在读取',
  more: '显示更多',
}
