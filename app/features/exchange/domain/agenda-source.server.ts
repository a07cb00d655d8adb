import { Buffer } from 'node:buffer'
import { decodeTable } from '#app/shared/tables/encoding.ts'
import type { Encoding } from '#app/shared/tables/encoding-names.ts'

/** What an agenda was read from, kept with it: a table can be read again in another way. `bytes` is base64, of a file. */
export type AgendaSource = {
  text: string
  bytes: string
  fileName: string
  encoding: Encoding | null
  isCertain: boolean
}

/** The text of a file, in the encoding that was chosen, that it declares, or else in the likeliest. */
export function sourceOfBytes(bytes: Buffer, fileName: string, chosen: Encoding | null = null): AgendaSource {
  const { text, encoding, isCertain } = decodeTable(bytes, chosen ?? encodingSaid(bytes))
  return { text, bytes: bytes.toString('base64'), fileName, encoding, isCertain }
}

export const pastedSource = (text: string): AgendaSource => ({
  text,
  bytes: '',
  fileName: '',
  encoding: null,
  isCertain: true,
})

/** The same source as it is read in another encoding; what was pasted has none of its own. */
export function readAnew(source: AgendaSource, encoding: Encoding | null): AgendaSource {
  if (!source.bytes) return source
  return sourceOfBytes(Buffer.from(source.bytes, 'base64'), source.fileName, encoding)
}

export const isTableName = (fileName: string): boolean => /\.(?:csv|tsv|tab)$/i.test(fileName)

const declared: [RegExp, Encoding][] = [
  [/^(?:iso-8859-1|latin1|windows-1252|us-ascii)$/i, 'windows-1252'],
  [/^windows-1258$/i, 'windows-1258'],
  [/^windows-1251$/i, 'windows-1251'],
  [/^(?:gb2312|gbk|gb18030)$/i, 'gb18030'],
  [/^big5$/i, 'big5'],
  [/^(?:shift_jis|windows-31j)$/i, 'shift_jis'],
  [/^euc-kr$/i, 'euc-kr'],
]

/** What XML says of itself. */
function encodingSaid(bytes: Buffer): Encoding | null {
  const head = bytes.subarray(0, 200).toString('latin1')
  const [, name = ''] = /^<\?xml[^>]*\sencoding=["']([\w-]+)["']/.exec(head) ?? []
  return declared.find(([pattern]) => pattern.test(name))?.[1] ?? null
}
