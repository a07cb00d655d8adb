/** What people upload in place of an agenda or a list: known by how it begins, whatever its name says. */
export const fileKinds = [
  'archive',
  'binary',
  'calendar',
  'contacts',
  'document',
  'feed',
  'html',
  'json',
  'office',
  'pdf',
  'picture',
  'slides',
  'spreadsheet',
  'wrapped',
  'xml',
] as const
export type FileKind = (typeof fileKinds)[number]

// Files of bytes, as their first signs look when each byte is a letter; zeros may have been taken away.
const binary: [string, FileKind][] = [
  ['%PDF-', 'pdf'],
  ['ÐÏ\u0011à', 'office'],
  ['\u0089PNG', 'picture'],
  ['ÿØÿ', 'picture'],
  ['GIF8', 'picture'],
  ['II*', 'picture'],
  ['MM*', 'picture'],
  ['\u001f\u008b', 'archive'],
  ['7z¼¯', 'archive'],
  ['Rar!', 'archive'],
  ['BZh', 'archive'],
  ['ý7zXZ', 'archive'],
  ['ID3', 'binary'],
  ['OggS', 'binary'],
  ['fLaC', 'binary'],
  ['SQLite format 3', 'binary'],
  ['\u007fELF', 'binary'],
  ['MZ\u0090', 'binary'],
]
// An office file is an archive: what is in it tells which.
const packed: [RegExp, FileKind][] = [
  [/xl\/workbook|opendocument\.spreadsheet|Index\/Tables\//, 'spreadsheet'],
  [/word\/document|opendocument\.text/, 'document'],
  [/ppt\/(?:presentation|slides)|opendocument\.presentation/, 'slides'],
]
const written: [RegExp, FileKind][] = [
  [/^BEGIN:VCALENDAR/i, 'calendar'],
  [/^BEGIN:VCARD/i, 'contacts'],
  [/^\{\\rtf/, 'document'],
  [/^(?:<!doctype html|<(?:html|head|body|title|meta|div|table|ul|ol|p|h[1-6]|script|style)[\s>])/i, 'html'],
  [/^(?:<\?xml[^>]*>\s*)?<(?:rss|feed|rdf:RDF)[\s>]/i, 'feed'],
  [/^</, 'xml'],
  [/^(?:\{|\[\s*[[{"\]])/, 'json'],
]

/** What a file of bytes is, by its beginning; null for text. `head`: its first bytes, each as a letter. */
export function binaryKind(head: string): FileKind | null {
  if (head.startsWith('PK\u0003\u0004')) return packed.find(([sign]) => sign.test(head))?.[1] ?? 'archive'
  const plain = head.slice(0, 60).replaceAll('\0', '')
  if (/^RIFF.{1,4}WEBP|^.{1,4}ftyp(?:heic|heix|mif1|avif)/s.test(plain)) return 'picture'
  if (/^RIFF.{1,4}(?:WAVE|AVI)|^.{1,4}ftyp/s.test(plain)) return 'binary'
  return binary.find(([sign]) => plain.startsWith(sign))?.[1] ?? null
}

/** What a text is that is no table and no plain words; null for those. */
export function fileKindOf(text: string): FileKind | null {
  const first = text.trimStart()
  const bytes = binaryKind(first)
  if (bytes) return bytes
  if (isComment(first)) return 'wrapped'
  const bare = first.replace(/^(?:<!--(?:(?!-->)[\s\S])*-->\s*)+/, '')
  return written.find(([sign]) => sign.test(bare))?.[1] ?? null
}

/** Nothing but one comment of HTML, whatever is inside. */
function isComment(text: string): boolean {
  return (
    text.startsWith('<!--') && (!text.includes('-->') || text.indexOf('-->') >= text.trimEnd().length - 3)
  )
}
