import { en } from '../../../contract/papers/words/en.ts'

export default {
  ...en.dayEnd,
  title: 'Day-end',
  cash: 'Cash',
  noShift: 'No shift today',
  shiftOpen: '{number} is still open',
  counted: '{count} shifts counted, exact',
  nothing: 'None',
  count: '{count}',
  countAndSum: '{count}, {amount} in all',
  see: 'Look',
  receive: 'Book the goods in',
  waiting: '{count} things left',
  confirm: 'The day is done',
  confirmHint: 'What is left is written down with it',
  doneNow: 'The day is done. Good night',
  print: 'Print the day-end',
}
