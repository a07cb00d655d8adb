import { searchable } from '#app/shared/searchable.ts'
import { type Locale, locales } from '#app/shared/vocabulary.ts'

/** What codes are for: a country (ISO 3166-1), or a language (ISO 639-1). */
export type CodeKind = 'region' | 'language'

const letters = [...'abcdefghijklmnopqrstuvwxyz']
const pairs = letters.flatMap((first) => letters.map((second) => first + second))
const names = new Map<string, Intl.DisplayNames>()
const known = new Map<CodeKind, Map<string, string>>()
/** As catalogues name them, beside what `Intl` says. */
const alsoCalled: Record<CodeKind, Record<string, string>> = {
  region: { my: 'MY', uk: 'GB', usa: 'US', 'dai han dan quoc': 'KR', 'south korea': 'KR', korea: 'KR' },
  language: { mandarin: 'zh', 'quan thoai': 'zh', 'tieng quan thoai': 'zh', 'tieng pho thong': 'zh' },
}

/** A code in words; a code that nobody knows as it was written. */
export function codeName(kind: CodeKind, code: string, locale: Locale): string {
  const key = `${kind} ${locale}`
  const found = names.get(key) ?? new Intl.DisplayNames([locale], { type: kind })
  names.set(key, found)
  try {
    return found.of(code) ?? code
  } catch {
    return code
  }
}

/** Codes in words, as one line that `codesIn` reads again. */
export const codeNames = (kind: CodeKind, codes: readonly string[], locale: Locale): string =>
  codes.map((code) => codeName(kind, code, locale)).join(', ')

/** The codes in a line of names, in either language, or of codes; `unknown` is the first that means nothing. */
export function codesIn(kind: CodeKind, line: string): { codes: string[]; unknown: string | null } {
  const typed = line
    .split(/[,;/|]/)
    .map((word) => word.trim())
    .filter(Boolean)
  const read = typed.map((word) => codeOf(kind, word))
  return {
    codes: [...new Set(read.filter((code) => code !== null))],
    unknown: typed.find((_, at) => read[at] === null) ?? null,
  }
}

function codeOf(kind: CodeKind, word: string): string | null {
  const codes = knownCodes(kind)
  if (/^[a-z]{2}$/i.test(word)) {
    const code = kind === 'region' ? word.toUpperCase() : word.toLowerCase()
    if ([...codes.values()].includes(code)) return code
  }
  return codes.get(searchable(word)) ?? null
}

/** Codes of before, as `VD` was, are another name of one of today. */
function isCurrent(kind: CodeKind, code: string): boolean {
  const tag = kind === 'region' ? `und-${code}` : code
  return Intl.getCanonicalLocales(tag)[0] === tag
}

function knownCodes(kind: CodeKind): Map<string, string> {
  const before = known.get(kind)
  if (before) return before
  const made = new Map(Object.entries(alsoCalled[kind]))
  for (const pair of pairs) {
    const code = kind === 'region' ? pair.toUpperCase() : pair
    if (!isCurrent(kind, code)) continue
    for (const locale of locales) {
      const name = codeName(kind, code, locale)
      if (name.toLowerCase() === pair || made.has(searchable(name))) continue
      made.set(searchable(name), code)
      // "Tiếng Hàn" is written "Hàn" as well.
      const short = searchable(name).replace(/^tieng /, '')
      if (!made.has(short)) made.set(short, code)
    }
  }
  known.set(kind, made)
  return made
}
