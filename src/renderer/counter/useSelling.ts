import type { DocumentView } from '../../contract/documents.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import type { Unanswered } from '../api/useCommand.ts'
import { deviceRef } from '../app/device.ts'

/** Sells. What was sent and not answered outlives a reload, so that no sale is ever booked twice. */
export function useSelling() {
  return useCommand(client.orders.sell, deviceRef('sale.unanswered', readUnanswered))
}

export const changeGiven = (sale: DocumentView): number => sale.payments.reduce((sum, { change }) => sum + change, 0)

function readUnanswered(stored: unknown): Unanswered | null {
  const value = stored as Partial<Unanswered> | null
  return typeof value?.wish === 'string' && typeof value.requestId === 'string' ? (value as Unanswered) : null
}
