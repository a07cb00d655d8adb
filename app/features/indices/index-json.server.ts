import { inBoth } from '#app/shared/i18n/translated-text.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { PublicIndex } from './domain/indices.server.ts'

/** An index as data for programs, every text in both languages. What is not known is null. */
export function indexJson({ index, units, successions, editions }: PublicIndex, locale: Locale) {
  return {
    index: {
      slug: index.slug,
      name: inBoth(index.name),
      summary: inBoth(index.summary),
      url: absolute(publicPath.index(locale, index.slug)),
    },
    places: units.map(({ key, name, fromDay, toDay, source }) => {
      return { key, name: inBoth(name), from: fromDay, to: toDay, source: inBoth(source) }
    }),
    successions: successions.map(({ source, onDay, ...who }) => {
      return { ...who, on: onDay, source: inBoth(source) }
    }),
    editions: editions.map((edition) => ({
      year: edition.year,
      announcedOn: edition.announcedOn,
      announcedAt: inBoth(edition.announcedAt),
      participants: edition.participants,
      participantsSource: inBoth(edition.participantsSource),
      note: inBoth(edition.note),
      source: inBoth(edition.source),
      components: edition.components.map(({ key, name, weight, method, source }) => {
        return { key, name: inBoth(name), weight, method: inBoth(method), source: inBoth(source) }
      }),
      entries: edition.entries.map((entry) => ({
        place: entry.key,
        name: inBoth(entry.name),
        rank: entry.rank,
        rankSource: inBoth(entry.rankSource),
        score: entry.score,
        scoreSource: inBoth(entry.scoreSource),
        values: entry.values.map(({ component, rank, score, remark, source }) => {
          return { component, rank, score, remark: inBoth(remark), source: inBoth(source) }
        }),
      })),
    })),
  }
}
