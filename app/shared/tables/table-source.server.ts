import { decodeTable } from './encoding.ts'
import type { Encoding } from './encoding-names.ts'

/** What was uploaded or pasted, as it is kept in the page between two posts. `bytes`: of a file, so that it can be read in another encoding. */
export type TableSource = { text: string; bytes: string; encoding: Encoding | null; isCertain: boolean }

/** The text of a file that came now, of one that came before, or what was pasted. */
export async function tableSource(given: {
  file: File | null
  text: string
  bytes: string
  encoding: Encoding | null
}): Promise<TableSource> {
  const isNew = given.file !== null && given.file.size > 0
  if (!isNew && !given.bytes) {
    return { text: given.text.replaceAll('\0', ''), bytes: '', encoding: null, isCertain: true }
  }
  const bytes =
    isNew && given.file ? Buffer.from(await given.file.arrayBuffer()) : Buffer.from(given.bytes, 'base64')
  const decoded = decodeTable(bytes, isNew ? null : given.encoding)
  const { text, encoding, isCertain } = decoded
  return { text: text.replaceAll('\0', ''), bytes: bytes.toString('base64'), encoding, isCertain }
}
