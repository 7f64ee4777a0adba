export default {
  too_small: 'This is empty, too short or too small',
  too_big: 'This is too long or too large',
  invalid_type: 'Please fill this in',
  invalid_format: 'This is not in the right form',
  invalid_value: 'Please choose one of these',
  other: 'Something is wrong here',
}
