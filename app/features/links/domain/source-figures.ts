import type { LinkSource } from '#app/shared/vocabulary.ts'

type Counted = { source: LinkSource; requests: number; people: number; registered: number; joined: number }

/** The figures of one source; `null` are those who registered by no link. */
export type SourceFigures = {
  source: LinkSource | null
  requests: number
  people: number
  registered: number
  /** Supporters of initiatives who came by links of this source. */
  joined: number
}

/**
 * Figures by source, those with most registrations first, and their sum: every registration is in exactly one row, so
 * that the rows add up to the total whatever was counted.
 */
export function bySource(
  links: readonly Counted[],
  without: number,
): { rows: SourceFigures[]; total: Omit<SourceFigures, 'source'> } {
  const sources = new Map<LinkSource, SourceFigures>()
  for (const { source, requests, people, registered, joined } of links) {
    const before = sources.get(source) ?? { source, requests: 0, people: 0, registered: 0, joined: 0 }
    sources.set(source, {
      source,
      requests: before.requests + requests,
      people: before.people + people,
      registered: before.registered + registered,
      joined: before.joined + joined,
    })
  }
  const found = [...sources.values()].sort((a, b) => b.registered - a.registered || b.people - a.people)
  const rows = [...found, { source: null, requests: 0, people: 0, registered: without, joined: 0 }]
  const sum = (of: Exclude<keyof SourceFigures, 'source'>) => rows.reduce((total, row) => total + row[of], 0)
  const total = {
    requests: sum('requests'),
    people: sum('people'),
    registered: sum('registered'),
    joined: sum('joined'),
  }
  return { rows, total }
}
