/** Brings a file in as a person would: `await bringIn(shop.client, 'products', bytes)`. */
import { UPLOAD_BYTES, type ImportField, type ImportKind, type ImportView } from '../../contract/imports.ts'
import type { TestShop } from './a-shop.ts'

type Client = TestShop['client']

let wishes = 0
const requestId = () => `importing-${String((wishes += 1)).padStart(6, '0')}`

/** Uploads a file and reads it: its columns are known, nothing is planned. */
export async function upload(
  client: Client,
  kind: ImportKind,
  bytes: Buffer,
  fileName = 'old.csv',
): Promise<ImportView> {
  const begun = await client.imports.begin({ requestId: requestId(), kind, fileName, bytes: bytes.length })
  for (let offset = 0; offset < bytes.length; offset += UPLOAD_BYTES) {
    const data = bytes.subarray(offset, offset + UPLOAD_BYTES).toString('base64')
    await client.imports.upload({ requestId: requestId(), importId: begun.id, offset, data })
  }
  return client.imports.read({ requestId: requestId(), importId: begun.id })
}

/** The dry run, with the columns as they were recognised, or by hand. */
export async function plan(client: Client, { id, columns }: ImportView, fields?: (ImportField | null)[]) {
  const chosen = fields ?? columns.map(({ field }) => field)
  return client.imports.plan({ requestId: requestId(), importId: id, fields: chosen })
}

export async function start(client: Client, { id }: Pick<ImportView, 'id'>): Promise<ImportView> {
  return client.imports.start({ requestId: requestId(), importId: id })
}

export async function cancel(client: Client, { id }: Pick<ImportView, 'id'>): Promise<ImportView> {
  return client.imports.cancel({ requestId: requestId(), importId: id })
}

/** As it is when it runs no more. */
export async function ended(client: Client, { id }: Pick<ImportView, 'id'>): Promise<ImportView> {
  for (;;) {
    const now = await client.imports.get({ importId: id })
    if (now.state !== 'running') return now
    await new Promise((resolve) => setImmediate(resolve))
  }
}

export async function bringIn(client: Client, kind: ImportKind, bytes: Buffer, fields?: (ImportField | null)[]) {
  const planned = await plan(client, await upload(client, kind, bytes), fields)
  await start(client, planned)
  return ended(client, planned)
}
