import { markOf } from '../sending/marks.ts'

/** What a campaign may say of each of its recipients, in braces: `{name}`, or `{name|dear guest}` where none is known. */
export const personalFields = ['name', 'list'] as const
export type PersonalField = (typeof personalFields)[number]
const braces = /\{([^{}\n|]{0,40})(?:\|([^{}\n]{0,120}))?\}/g
const isField = (name: string): name is PersonalField => (personalFields as readonly string[]).includes(name)

/** What stands in braces and is nothing that a campaign knows of its recipients, each once. */
export function strangeFields(text: string): string[] {
  return [
    ...new Set(
      [...text.matchAll(braces)].map(([, name = '']) => name.trim()).filter((name) => !isField(name)),
    ),
  ]
}

/** The text with marks in place of what is each one's own: it can be drawn once for all. */
export function markedFields(text: string): string {
  return text.replace(braces, (written, name: string, otherwise = '') => {
    const field = name.trim()
    return isField(field) ? markOf(field, otherwise) : written
  })
}
