/** A few words in the browser's own database, on the disk once `writeDown` has answered, which `localStorage` does not promise. */
const DATABASE = 'guitai'
const STORE = 'words'

/** What was written under that name; null where there is none, or no database. */
export async function writtenDown(name: string): Promise<unknown> {
  return within('readonly', (words) => words.get(name)).catch(() => null)
}

export async function writeDown(name: string, word: string): Promise<void> {
  await within('readwrite', (words) => words.put(word, name)).catch(() => undefined)
}

async function within(mode: IDBTransactionMode, ask: (words: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const database = await opened()
  try {
    // Strict: the browser answers only after the disk has.
    const transaction = database.transaction(STORE, mode, { durability: 'strict' })
    const request = ask(transaction.objectStore(STORE))
    await settled(transaction, 'complete')
    return request.result
  } finally {
    database.close()
  }
}

async function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE)
  await settled(request, 'success')
  return request.result
}

function settled(what: EventTarget, done: string): Promise<void> {
  return new Promise((resolve, reject) => {
    what.addEventListener(done, () => resolve())
    for (const failed of ['error', 'abort', 'blocked']) {
      what.addEventListener(failed, () => reject(new Error(`the browser's database: ${failed}`)))
    }
  })
}
