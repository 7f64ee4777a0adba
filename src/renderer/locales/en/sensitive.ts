export default {
  title: 'Sensitive actions',
  kind: 'Kind',
  everyKind: 'All',
  everyShift: 'All',
  subject: 'What',
  allowedBy: 'allowed by {name}',
  empty: 'None yet. Price overrides, discounts and drawer openings are recorded here.',
  noMatch: 'No sensitive action matches.',
}
