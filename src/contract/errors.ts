/**
 * Every expected refusal: its HTTP status and the facts that its sentence needs. The text is `error.CODE` in each locale
 * and says what to do next. A procedure declares the ones it can give with `refusals(...)`.
 */
import { z } from 'zod'

const nothing = z.object({})

export const ERRORS = {
  INPUT_INVALID: { status: 422, data: z.object({ fields: z.array(z.object({ path: z.string(), rule: z.string() })) }) },
  NOT_SIGNED_IN: { status: 401, data: nothing },
  LOCKED: { status: 423, data: nothing },
  FORBIDDEN: { status: 403, data: z.object({ permission: z.string() }) },
  SHOP_NOT_OPEN: { status: 409, data: nothing },
  REQUEST_REUSED: { status: 409, data: nothing },
  UNEXPECTED: { status: 500, data: z.object({ reference: z.string() }) },

  SHOP_EXISTS: { status: 409, data: nothing },
  NO_DEMO_SHOP: { status: 409, data: nothing },
  SETUP_CODE_WRONG: { status: 403, data: nothing },
  SNAPSHOT_NOT_FOUND: { status: 404, data: nothing },
  SNAPSHOT_DAMAGED: { status: 409, data: nothing },

  SIGN_IN_FAILED: { status: 401, data: nothing },
  SIGN_IN_SLOWED: { status: 429, data: z.object({ seconds: z.int() }) },
  STAFF_NOT_FOUND: { status: 404, data: nothing },
  STAFF_NAME_TAKEN: { status: 409, data: z.object({ name: z.string() }) },
  LAST_OWNER: { status: 409, data: nothing },
  OWNER_ROLE_FIXED: { status: 409, data: nothing },
  PASSWORD_WRONG: { status: 403, data: nothing },
  PIN_WRONG: { status: 403, data: nothing },
  CANNOT_APPROVE: { status: 403, data: z.object({ permission: z.string() }) },
  NOTHING_TO_APPROVE: { status: 409, data: nothing },
  RECOVERY_FAILED: { status: 403, data: nothing },

  PRODUCT_NOT_FOUND: { status: 404, data: nothing },
  SKU_NOT_FOUND: { status: 404, data: z.object({ skuId: z.int() }) },
  CODE_TAKEN: { status: 409, data: z.object({ code: z.string() }) },
  BARCODE_TAKEN: { status: 409, data: z.object({ barcode: z.string(), title: z.string() }) },
  SCALE_CODE_TAKEN: { status: 409, data: z.object({ scaleCode: z.string(), title: z.string() }) },
  BARCODE_REPEATED: { status: 422, data: z.object({ barcode: z.string() }) },
  VARIANT_REPEATED: { status: 422, data: z.object({ variant: z.string() }) },
  UNIT_REPEATED: { status: 422, data: z.object({ unit: z.string() }) },
  UNIT_NOT_FOUND: { status: 422, data: z.object({ unit: z.string() }) },
  UNIT_IN_USE: { status: 409, data: z.object({ unit: z.string() }) },
  /** A larger unit's own price comes to less than the floor prices of what is in it. */
  UNIT_BELOW_FLOOR: { status: 422, data: z.object({ unit: z.string() }) },
  FLOOR_ABOVE_PRICE: { status: 422, data: z.object({ variant: z.string() }) },
  TILES_FULL: { status: 409, data: z.object({ places: z.int() }) },
  IN_STORE_PREFIX_OF_SCALE: { status: 422, data: z.object({ prefix: z.string() }) },

  CUSTOMER_NOT_FOUND: { status: 404, data: nothing },
  TIER_NOT_FOUND: { status: 404, data: nothing },
  TIER_NAME_TAKEN: { status: 409, data: z.object({ name: z.string() }) },
  CUSTOMER_HAS_DEBT: { status: 409, data: z.object({ owed: z.int() }) },

  STOCK_NOT_KEPT: { status: 422, data: z.object({ title: z.string() }) },
  STOCK_SHORT: { status: 409, data: z.object({ title: z.string(), available: z.int(), unit: z.string() }) },

  WAREHOUSE_NOT_FOUND: { status: 404, data: nothing },
  WAREHOUSE_NAME_TAKEN: { status: 409, data: z.object({ name: z.string() }) },
  WAREHOUSE_IS_MAIN: { status: 409, data: nothing },
  SAME_WAREHOUSE: { status: 422, data: nothing },
  /** So many SKUs lie in it. */
  WAREHOUSE_NOT_EMPTY: { status: 409, data: z.object({ count: z.int() }) },

  TOO_MANY_TO_SORT: { status: 409, data: z.object({ count: z.int() }) },

  BASKET_EMPTY: { status: 422, data: nothing },
  AMOUNT_TOO_LARGE: { status: 422, data: nothing },
  QUANTITY_TOO_SMALL: { status: 422, data: z.object({ title: z.string(), unit: z.string() }) },
  REFUND_TO_ACCOUNT: { status: 403, data: z.object({ least: z.int() }) },
  DISCOUNT_TOO_LARGE: { status: 422, data: z.object({ most: z.int() }) },
  AGREED_TOTAL_TOO_HIGH: { status: 422, data: z.object({ most: z.int() }) },
  PRICE_BELOW_FLOOR: { status: 403, data: z.object({ title: z.string() }) },
  TOTAL_CHANGED: { status: 409, data: z.object({ total: z.int() }) },
  TENDERS_DO_NOT_MATCH: { status: 422, data: z.object({ due: z.int(), tendered: z.int() }) },
  CHANGE_ONLY_FROM_CASH: { status: 422, data: nothing },
  ON_ACCOUNT_NEEDS_CUSTOMER: { status: 422, data: nothing },
  CREDIT_LIMIT_EXCEEDED: { status: 409, data: z.object({ owed: z.int(), limit: z.int() }) },
  CLOCK_WENT_BACK: { status: 409, data: z.object({ last: z.int() }) },
  STORE_CREDIT_NEEDS_CUSTOMER: { status: 422, data: nothing },
  STORE_CREDIT_SHORT: { status: 409, data: z.object({ available: z.int() }) },
  NUMBER_ALREADY_BOOKED: { status: 409, data: z.object({ channelNumber: z.string() }) },
  ACTION_NOT_ALLOWED: { status: 409, data: z.object({ action: z.string(), state: z.string() }) },

  DOCUMENT_NOT_FOUND: { status: 404, data: nothing },
  LINE_NOT_FOUND: { status: 404, data: nothing },
  RETURN_TOO_MUCH: { status: 409, data: z.object({ title: z.string(), left: z.int(), unit: z.string() }) },
  RETURN_WRONG_CUSTOMER: { status: 409, data: nothing },
  REFUND_ABOVE_LOWEST: { status: 403, data: z.object({ title: z.string(), most: z.int() }) },
  REFUND_ABOVE_PAID: { status: 403, data: z.object({ title: z.string(), most: z.int() }) },

  BASKET_GONE: { status: 409, data: nothing },
  BASKET_NOT_EMPTY: { status: 409, data: nothing },
  BASKET_CHANGED: { status: 409, data: nothing },
  SHIFT_CLOSED: { status: 409, data: nothing },
  VOID_TOO_LATE: { status: 409, data: nothing },
  CUSTOMER_ALREADY_NAMED: { status: 409, data: nothing },
  TENDER_SAME: { status: 422, data: nothing },
  CORRECT_TOO_MUCH: { status: 409, data: z.object({ most: z.int() }) },
  COLLECT_TOO_MUCH: { status: 409, data: z.object({ most: z.int() }) },
  OPENING_BALANCE_EXISTS: { status: 409, data: nothing },

  NO_OPEN_SHIFT: { status: 409, data: nothing },
  SHIFT_ALREADY_OPEN: { status: 409, data: nothing },
  DRAWER_SHORT: { status: 409, data: nothing },
  SHIFT_OF_YESTERDAY: { status: 409, data: z.object({ number: z.string(), businessDay: z.string() }) },
  SHIFT_NOT_FOUND: { status: 404, data: nothing },
  SHIFT_STILL_OPEN: { status: 409, data: z.object({ number: z.string() }) },
  COUNT_DOES_NOT_ADD_UP: { status: 422, data: z.object({ counted: z.int(), sum: z.int() }) },
  DRAWER_NOT_COUNTED: { status: 409, data: nothing },
  DIFFERENCE_NEEDS_REASON: { status: 422, data: z.object({ difference: z.int(), limit: z.int() }) },

  PRINTER_NOT_FOUND: { status: 404, data: nothing },
  PRINTER_HOST_INVALID: { status: 422, data: z.object({ address: z.string() }) },
  PRINTER_DEVICE_INVALID: { status: 422, data: z.object({ address: z.string() }) },
  PRINTER_DEVICE_ORDINARY: { status: 422, data: z.object({ address: z.string() }) },
  SYSTEM_PRINTER_UNKNOWN: { status: 422, data: z.object({ address: z.string() }) },
  SYSTEM_PRINTERS_UNAVAILABLE: { status: 409, data: nothing },
  NO_DESKTOP_HERE: { status: 409, data: nothing },
  COMPUTER_REFUSED: { status: 409, data: nothing },
  NO_RECEIPT_PRINTER: { status: 409, data: nothing },
  PRINT_JOB_NOT_FOUND: { status: 404, data: nothing },
  PRINT_JOB_SETTLED: { status: 409, data: nothing },

  IMPORT_NOT_FOUND: { status: 404, data: nothing },
  IMPORT_NOT_READY: { status: 409, data: z.object({ stage: z.string() }) },
  IMPORT_INCOMPLETE: { status: 409, data: nothing },
  IMPORT_RUNNING: { status: 409, data: nothing },
  FILE_EMPTY: { status: 422, data: nothing },
  FILE_NOT_READ: { status: 422, data: nothing },
  FILE_TOO_LARGE: { status: 422, data: z.object({ megabytes: z.int() }) },
  COLUMN_MISSING: { status: 422, data: z.object({ field: z.string() }) },
} as const satisfies Record<string, { status: number; data: z.ZodType }>

export type ErrorCode = keyof typeof ERRORS
export type ErrorData<C extends ErrorCode> = z.infer<(typeof ERRORS)[C]['data']>

/** Picks the refusals that a procedure can give, for `.errors(...)`. */
export function refusals<C extends ErrorCode>(...codes: readonly C[]): { [K in C]: (typeof ERRORS)[K] } {
  return Object.fromEntries(codes.map((code) => [code, ERRORS[code]])) as { [K in C]: (typeof ERRORS)[K] }
}
