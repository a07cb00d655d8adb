import type { FileKind } from '#app/shared/files/content-kind.ts'

/** What a document may be. */
export const documentKinds = ['pdf', 'docx', 'xlsx', 'pptx'] as const satisfies readonly FileKind[]
export const documentLimit = 20 * 1024 * 1024
/** What one initiative may keep with us. */
export const documentShare = 100 * 1024 * 1024
export const mostDocuments = 50
