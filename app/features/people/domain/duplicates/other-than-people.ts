import { type FileKind, fileKindOf } from '#app/shared/tables/file-kind.ts'

export type OtherThanPeople = FileKind | 'agenda'

const clock = /(?<![\d:.])\d{1,2}\s?[:hg]\s?\d{2}(?!\d)/gi

/** What was sent that is no list of people: a file of another format, or an agenda; null for what may be a list. */
export function otherThanPeople(text: string): OtherThanPeople | null {
  const kind = fileKindOf(text)
  if (kind) return kind
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim())
  const timed = lines.filter((line) => line.match(clock)).length
  return timed >= 2 && timed * 2 >= lines.length && !text.includes('@') ? 'agenda' : null
}
