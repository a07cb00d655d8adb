import { createHash } from 'node:crypto'
import type { Transaction } from '#db/client.server.ts'
import { file, fileChunk } from '#db/schema/index.ts'
import { type FileKind, fileFault } from './content-kind.ts'

/** What one row holds of a file. */
export const partSize = 2 * 1024 * 1024

type Stored = { name: string; type: string; content: Uint8Array; now: Date }

/** Keeps a whole file, in parts; answers its id and its hash. */
export async function storeFile(tx: Transaction, { name, type, content, now }: Stored) {
  const size = content.length
  const sha256 = createHash('sha256').update(content).digest('hex')
  const [stored] = await tx
    .insert(file)
    .values({ name, type, size, sha256, completedAt: now, createdAt: now })
    .returning({ id: file.id })
  if (!stored) throw new Error('A file was inserted without a row')
  for (let at = 0; at < size; at += partSize) {
    const part = content.slice(at, at + partSize)
    await tx.insert(fileChunk).values({ fileId: stored.id, position: at / partSize, content: part })
  }
  return { id: stored.id, sha256 }
}

/** Why a file is not taken, by its first bytes too; null when it is. */
export async function faultOfFile(name: string, content: Uint8Array, taken: readonly FileKind[]) {
  const { fileTypeFromBuffer } = await import('file-type')
  // Content that ends inside its own frame makes the reader throw: then it is of no kind that we take.
  const kind = await fileTypeFromBuffer(content).catch(() => undefined)
  return fileFault({ name, content: Buffer.from(content), found: kind?.mime }, taken)
}
