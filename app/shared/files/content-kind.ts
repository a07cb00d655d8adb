/** Files that people hand in: by their name, and by what their first bytes are (file-type's codes). */
const office = 'application/vnd.openxmlformats-officedocument'
const kinds = {
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
  jpg: { type: 'image/jpeg', contents: ['image/jpeg'] },
  jpeg: { type: 'image/jpeg', contents: ['image/jpeg'] },
  png: { type: 'image/png', contents: ['image/png'] },
} as const satisfies Record<string, { type: string; contents: readonly string[]; member?: string }>

/** A kind by the ending of its names. */
export type FileKind = keyof typeof kinds

function kindOf(name: string, taken: readonly FileKind[]) {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const kind = taken.find((one) => one === extension)
  return kind && (kinds[kind] as { type: string; contents: readonly string[]; member?: string })
}

/** The type that a file is served as, or null when it is of no kind that is taken here. */
export function fileType(name: string, taken: readonly FileKind[]): string | null {
  return kindOf(name, taken)?.type ?? null
}

/**
 * Why the content is not taken: it is not what the name says, or it carries macros. A zip holds the names of its members
 * uncompressed, so that any other zip is told from a document.
 */
export function fileFault(
  { name, content, found }: { name: string; content: Buffer; found: string | undefined },
  taken: readonly FileKind[],
): 'kind' | 'macros' | null {
  const kind = kindOf(name, taken)
  if (!kind?.contents.includes(found ?? '')) return 'kind'
  if (kind.member && !content.includes(kind.member)) return 'kind'
  return content.includes('vbaProject.bin') ? 'macros' : null
}
