export default {
  too_small: '不能空白，或者太短、太小',
  too_big: '太長或太大',
  invalid_type: '請填寫這一欄',
  invalid_format: '格式不正確',
  invalid_value: '請選擇其中一項',
  other: '這一欄填得不正確',
}
