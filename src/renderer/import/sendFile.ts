/** A file goes to the shop in pieces, the same way from a browser as from the desktop app. */
import { ulid } from 'ulid'
import { UPLOAD_BYTES, type ImportView } from '../../contract/imports.ts'
import { client } from '../api/client.ts'

const base64Of = async (piece: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => reject(reader.error ?? new Error('the file is gone'))
    reader.onload = () => resolve(typeof reader.result === 'string' ? (reader.result.split(',', 2)[1] ?? '') : '')
    reader.readAsDataURL(piece)
  })

export async function sendFile(file: Blob, { id: importId }: Pick<ImportView, 'id'>): Promise<void> {
  for (let offset = 0; offset < file.size; offset += UPLOAD_BYTES) {
    const data = await base64Of(file.slice(offset, offset + UPLOAD_BYTES))
    await client.imports.upload({ requestId: ulid(), importId, offset, data })
  }
}
