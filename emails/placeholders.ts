import type { OwnWordKind } from '#app/shared/vocabulary.ts'

const inAll = ['name', 'event', 'when', 'place', 'hosts'] as const
const inSome = {
  offered: ['category', 'deadline'],
  'speaker-asked': ['session'],
} as const satisfies Partial<Record<OwnWordKind, readonly string[]>>

export type Placeholder = (typeof inAll)[number] | 'category' | 'deadline' | 'session'

/** What own words of a mail may name in braces: its recipient and what it is about. */
export function placeholdersOf(kind: OwnWordKind): readonly Placeholder[] {
  const own = kind === 'offered' || kind === 'speaker-asked' ? inSome[kind] : (['category'] as const)
  return [...inAll, ...own]
}

const braces = /\{([^{}\n]{0,40})\}/g

/** What stands in braces and is nothing that this mail could say, each once, without its braces. */
export function strangePlaceholders(text: string, kind: OwnWordKind): string[] {
  const known: readonly string[] = placeholdersOf(kind)
  const named = [...text.matchAll(braces)].map(([, name = '']) => name)
  return [...new Set(named.filter((name) => !known.includes(name)))]
}

/** The words with what they name. What is not known stays as it was written. */
export function filled(text: string, values: Partial<Record<Placeholder, string>>): string {
  return text.replace(braces, (written, name: string) => values[name as Placeholder] ?? written)
}
