/** What a document page can put right in place. */
export type CorrectionAction = 'correctTender' | 'addCustomer' | 'voidSale'
