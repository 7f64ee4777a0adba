export default {
  title: 'Guide (in Chinese)',
  chapters: 'Chapters',
  chapter: {
    start: 'The first day',
    selling: 'Selling',
    'after-sale': 'Returns and mistakes',
    members: 'Members and debts',
    goods: 'Products and stock',
    shift: 'Shifts and day-end',
    printers: 'Printers and drawer',
    staff: 'Staff and roles',
    import: 'Import',
    backup: 'Backup and restore',
    settings: 'Settings, keys, search',
  },
}
