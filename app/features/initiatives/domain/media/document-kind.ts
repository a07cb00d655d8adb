/** Files that a document may be: by their name, and by what their first bytes are (file-type's codes). */
const office = 'application/vnd.openxmlformats-officedocument'
const kinds: Record<string, { type: string; contents: readonly string[]; member?: string }> = {
  pdf: { type: 'application/pdf', contents: ['application/pdf'] },
  docx: {
    type: `${office}.wordprocessingml.document`,
    contents: [`${office}.wordprocessingml.document`, 'application/zip'],
    member: 'word/document.xml',
  },
  xlsx: {
    type: `${office}.spreadsheetml.sheet`,
    contents: [`${office}.spreadsheetml.sheet`, 'application/zip'],
    member: 'xl/workbook.xml',
  },
  pptx: {
    type: `${office}.presentationml.presentation`,
    contents: [`${office}.presentationml.presentation`, 'application/zip'],
    member: 'ppt/presentation.xml',
  },
}

export const documentKinds = Object.keys(kinds)
export const documentLimit = 20 * 1024 * 1024
/** What one initiative may keep with us. */
export const documentShare = 100 * 1024 * 1024
export const mostDocuments = 50

/** The type that a file is served as, or null when a document cannot be of this kind. */
export function documentType(name: string): string | null {
  return kindOf(name)?.type ?? null
}

function kindOf(name: string) {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(kinds, extension) ? kinds[extension] : undefined
}

/**
 * Why the content is not taken: it is not what the name says, or it carries macros. A zip holds the names of its members
 * uncompressed, so that any other zip is told from a document.
 */
export function documentFault(
  name: string,
  content: Buffer,
  found: string | undefined,
): 'document-kind' | 'document-macros' | null {
  const kind = kindOf(name)
  if (!kind?.contents.includes(found ?? '')) return 'document-kind'
  if (kind.member && !content.includes(kind.member)) return 'document-kind'
  return content.includes('vbaProject.bin') ? 'document-macros' : null
}
