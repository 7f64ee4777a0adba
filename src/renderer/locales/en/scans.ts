/** What is said of a scan where no screen takes it itself. */
export default {
  open: 'Open',
  onHand: '{quantity} in stock',
  unknown: 'Unknown code: {code}',
  paymentCode:
    'This is a customer’s payment code: scan it at the counter when taking the money. This machine collects nothing: check that the money has come',
}
