/** Files that slides may be: by their name, and by what their first bytes are (file-type's codes). */
const kinds = {
  pdf: { type: 'application/pdf', contents: ['application/pdf'] },
  pptx: {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    contents: [
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      'application/zip',
    ],
  },
  key: {
    type: 'application/vnd.apple.keynote',
    contents: ['application/zip', 'application/vnd.apple.keynote'],
  },
} as const

export const slidesLimit = 100 * 1024 * 1024
/** What one speaker may keep with us for one event. */
export const slidesShare = 300 * 1024 * 1024

/** The type that a file is served as, or null when slides cannot be of this kind. */
export function slidesType(name: string): string | null {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return extension in kinds ? kinds[extension as keyof typeof kinds].type : null
}

/** Whether the content is what the name says. */
export function isContentOf(name: string, content: string | undefined): boolean {
  const kind = Object.values(kinds).find((one) => one.type === slidesType(name))
  return kind !== undefined && (kind.contents as readonly string[]).includes(content ?? '')
}
