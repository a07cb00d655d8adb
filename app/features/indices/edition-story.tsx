import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatCount } from '#app/shared/time/format.ts'
import { formatPartialDate } from '#app/shared/time/partial-date.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Translated, TranslatedProse } from '#app/ui/texts/translated.tsx'
import { ComponentStar } from './component-star.tsx'
import { EditionTable } from './edition-table.tsx'
import type { IndexView } from './index-view.server.ts'
import { figureText, Missing } from './missing.tsx'
import { TileGrid } from './tile-grid.tsx'

const mostStars = 6

/** An edition: who announced it, the order with its tiles, what it is made of, and the files of it all. */
export function EditionStory({ view, path }: { view: IndexView; path: string }) {
  const { edition, index, tiles, rows } = view
  if (!edition) return <p>{m['indices.page.no-edition']()}</p>
  const hasScores = rows.some(
    ({ score, values }) => score !== null || values.some((one) => one.score !== null),
  )
  return (
    <>
      <EditionFacts edition={edition} />
      <section className="chapter" aria-labelledby="ranking">
        <h2 id="ranking">{m['indices.page.ranking']({ year: String(edition.year) })}</h2>
        <div className="stack">
          {edition.participants !== null && edition.participants > rows.length && (
            <p className="soft">
              {m['indices.page.named']({ count: rows.length, total: edition.participants })}
            </p>
          )}
          {!hasScores && <p className="soft">{m['indices.page.no-scores']()}</p>}
          <EditionTable view={view} path={path} />
        </div>
      </section>
      {tiles.length > 0 && (
        <section className="chapter" aria-labelledby="tiles">
          <h2 id="tiles">{m['indices.page.tiles']()}</h2>
          <TileGrid tiles={tiles} slug={index.slug} />
        </section>
      )}
      {edition.components.length > 0 && <Components view={view} />}
      <Files slug={index.slug} />
    </>
  )
}

function EditionFacts({ edition }: { edition: NonNullable<IndexView['edition']> }) {
  const locale = getLocale()
  const { announcedOn, announcedAt, participants, participantsSource, source, note } = edition
  const at = textIn(announcedAt, locale)
  const when = announcedOn && formatPartialDate(announcedOn, locale)
  return (
    <div className="stack measure">
      <DescriptionList
        entries={[
          {
            term: m['indices.facts.announced'](),
            value:
              when || at ? (
                [when, at].filter(Boolean).join(' · ')
              ) : (
                <Missing words={m['indices.missing.said']()} />
              ),
          },
          {
            term: m['indices.facts.participants'](),
            value:
              participants === null ? (
                <Missing words={m['indices.missing.said']()} />
              ) : (
                <>
                  {formatCount(participants, locale)}{' '}
                  <Translated value={participantsSource} className="small soft" />
                </>
              ),
          },
          { term: m['indices.table.source'](), value: <Translated value={source} /> },
        ]}
      />
      <TranslatedProse value={note} />
    </div>
  )
}

function Components({ view }: { view: IndexView }) {
  const { edition, rows } = view
  const locale = getLocale()
  if (!edition) return null
  const scored = rows.filter(({ values }) => values.some(({ score }) => score !== null)).slice(0, mostStars)
  const most = Math.max(0, ...rows.flatMap(({ values }) => values.flatMap(({ score }) => score ?? [])))
  return (
    <section className="chapter" aria-labelledby="components">
      <h2 id="components">{m['indices.page.components']()}</h2>
      <div className="stack">
        <ol className="component-list">
          {edition.components.map(({ key, name, weight, method, source }) => (
            <li key={key} className="stack tight">
              <p>
                <strong>
                  <Translated value={name} />
                </strong>{' '}
                {weight === null ? (
                  <Missing words={m['indices.missing.weight']()} />
                ) : (
                  m['indices.page.weight']({ weight: figureText(weight, locale) })
                )}
              </p>
              <Translated value={method} as="p" className="soft" />
              <Translated value={source} as="p" className="small soft" />
            </li>
          ))}
        </ol>
        {scored.length > 0 && (
          <div className="star-row">
            {scored.map(({ key, name, values }) => (
              <div key={key} className="stack tight">
                <h3 className="title-s">
                  <Translated value={name} />
                </h3>
                <ComponentStar
                  name={textIn(name, locale)}
                  most={most}
                  scores={edition.components.map((one) => ({
                    key: one.key,
                    name: one.name,
                    score: values.find(({ component }) => component === one.key)?.score ?? null,
                  }))}
                />
              </div>
            ))}
          </div>
        )}
      </div>
    </section>
  )
}

function Files({ slug }: { slug: string }) {
  const locale = getLocale()
  return (
    <section className="chapter" aria-labelledby="files">
      <h2 id="files">{m['indices.page.files']()}</h2>
      <div className="stack">
        <p className="soft measure">{m['indices.page.files-lead']()}</p>
        <ul className="inline-links">
          <li>
            <a href={publicPath.indexTable(locale, slug)}>CSV</a>
          </li>
          <li>
            <a href={publicPath.indexFile(locale, slug)}>JSON</a>
          </li>
          <li>
            <a href={publicPath.indexFrame(locale, slug)}>{m['indices.page.frame']()}</a>
          </li>
        </ul>
      </div>
    </section>
  )
}
