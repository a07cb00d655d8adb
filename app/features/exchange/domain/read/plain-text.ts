import { searchable } from '#app/shared/searchable.ts'

/** What two spellings of one name have in common. Signs that tell names apart stay: "C++" is not "C#". */
export function plainText(text: string): string {
  const signs = text.replace(/[^+#]/g, '')
  return `${searchable(text)}${signs}` || text.trim().toLowerCase()
}
