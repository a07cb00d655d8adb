// Titles that people write in front of a name: they say nothing of whose name it is.
const titles = new Set('ts pgs gs ths bs ls ks dr prof mr mrs ms nsnd nsut'.split(' '))

/** A name as its words, without case, diacritics or titles: `TS. Vũ Ngọc Tâm` is `vu ngoc tam`. */
export function nameWords(name: string): string[] {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const bare = words.filter((word) => !titles.has(word))
  return bare.length > 0 ? bare : words
}

/** What two spellings of one address have in common: case says nothing, nor does what stands behind a plus. */
export function addressKey(address: string): string {
  const [local = '', domain = ''] = address.trim().toLowerCase().split('@')
  const plain = local.replace(/\+.*$/, '')
  const isGoogle = domain === 'gmail.com' || domain === 'googlemail.com'
  return isGoogle ? `${plain.replaceAll('.', '')}@gmail.com` : `${plain}@${domain}`
}

// What is written behind a name with a comma, and belongs to it there.
const degree =
  /^(?:Ph\.?\s?D|M\.?D|J\.?D|Ed\.?D|D\.?Phil|MBA|M\.?A|M\.?Sc|B\.?A|B\.?Sc|LL\.?M|CPA|CFA|Esq|Jr|Sr|I{2,3}|IV)\.?$/i

/** Whether these words are a degree or the like, as in "Test Person, PhD". */
export const isDegree = (words: string): boolean => degree.test(words.trim())
