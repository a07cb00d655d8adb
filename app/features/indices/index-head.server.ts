import { breadcrumbs } from '#app/features/events/domain/structured-data.server.ts'
import { m } from '#app/paraglide/messages.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { absolute, pageHead } from '#app/shared/pages/page-head.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { PublicIndex } from './domain/indices.server.ts'
import type { IndexView } from './index-view.server.ts'

/** The head of an index: with what it is as data, for those who look for data (schema.org `Dataset`). */
export function indexHead(of: PublicIndex, view: IndexView, path: string, locale: Locale) {
  const { index, edition } = view
  const name = textIn(index.name, locale)
  const title = edition ? `${name} ${edition.year}` : name
  return pageHead({
    locale,
    path,
    title: `${title} · Bàn Tròn`,
    description: textIn(index.summary, locale) || name,
    feeds: [
      { href: absolute(publicPath.indexTable(locale, index.slug)), title: `${name} CSV`, type: 'text/csv' },
      {
        href: absolute(publicPath.indexFile(locale, index.slug)),
        title: `${name} JSON`,
        type: 'application/json',
      },
    ],
    structured: [
      breadcrumbs([
        { name: m['public.nav.home']({}, { locale }), path: publicPath.home(locale) },
        {
          name: textIn(of.initiative.name, locale),
          path: publicPath.initiative(locale, of.initiative.slug),
        },
        { name: title, path },
      ]),
      datasetOf(of, view, locale),
    ],
  })
}

function datasetOf(of: PublicIndex, view: IndexView, locale: Locale): Record<string, unknown> {
  const { index, edition, years } = view
  const files = [
    { encodingFormat: 'text/csv', contentUrl: absolute(publicPath.indexTable(locale, index.slug)) },
    { encodingFormat: 'application/json', contentUrl: absolute(publicPath.indexFile(locale, index.slug)) },
  ]
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': absolute(publicPath.index(locale, index.slug)),
    url: absolute(publicPath.index(locale, index.slug)),
    name: textIn(index.name, locale),
    description: textIn(index.summary, locale) || textIn(index.name, locale),
    inLanguage: ['vi', 'en'],
    isAccessibleForFree: true,
    isPartOf: {
      '@type': 'CreativeWork',
      name: textIn(of.initiative.name, locale),
      url: absolute(publicPath.initiative(locale, of.initiative.slug)),
    },
    ...(years.length > 0 && { temporalCoverage: `${Math.min(...years)}/${Math.max(...years)}` }),
    ...(edition && {
      variableMeasured: edition.components.map(({ name }) => {
        return { '@type': 'PropertyValue', name: textIn(name, locale) }
      }),
    }),
    distribution: files.map((file) => ({ '@type': 'DataDownload', ...file })),
  }
}
