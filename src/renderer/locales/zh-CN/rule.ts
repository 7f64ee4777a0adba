export default {
  too_small: '不能空着，或者太短、太小了',
  too_big: '太长或太大了',
  invalid_type: '请填写这一项',
  invalid_format: '格式不对',
  invalid_value: '请选其中一个',
  other: '这一项填得不对',
}
