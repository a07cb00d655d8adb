/** Encodings that a table may be read in, in the order in which they are offered. */
export const encodings = [
  'utf-8',
  'windows-1258',
  'windows-1252',
  'macintosh',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
] as const
export type Encoding = (typeof encodings)[number]
