import type { FileKind } from '#app/shared/files/content-kind.ts'
import type { QuestionKind } from '#app/shared/vocabulary.ts'

/** What may be handed in as an answer. */
export const answerFileKinds = ['pdf', 'docx', 'jpg', 'jpeg', 'png'] as const satisfies readonly FileKind[]
export const answerFileLimit = 10 * 1024 * 1024
/** What the answers of one event may take together. */
export const answerFilesShare = 2 * 1024 * 1024 * 1024

// A name may hold what parts lines.
const shape = /^[\w-]{24}\/([0-9a-f]{16}\/(.+))$/s

/** What an answer holds of a file: a secret of its own, a print of its content, and its name. */
export function fileAnswer(secret: string, sha256: string, name: string): string {
  return `${secret}/${sha256.slice(0, 16)}/${name}`
}

/** The name in the value of an answer; null when it is no file. */
export function fileNameIn(value: string): string | null {
  return shape.exec(value)?.[2] ?? null
}

/** The value without what tells one sending of a file from another: the same file sent twice says the same. */
export function saidBy(value: string): string {
  return shape.exec(value)?.[1] ?? value
}

/** How a form that asks these is sent: in parts where a file may be among them. */
export function formEncoding(questions: readonly { kind: QuestionKind }[]) {
  return questions.some(({ kind }) => kind === 'file') ? ({ encType: 'multipart/form-data' } as const) : {}
}
