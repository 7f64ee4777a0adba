export default {
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  remove: 'Remove',
  undo: 'Undo',
  clearFilters: 'Clear filters',
  tryAgain: 'Try again',
  loading: 'Loading',
  more: 'Show more',
}
