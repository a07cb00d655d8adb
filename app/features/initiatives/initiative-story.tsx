import { CityChapter } from '#app/features/cities/city-section.tsx'
import { CoverFigure } from '#app/features/events/pictures/event-cover.tsx'
import { IndexSection } from '#app/features/indices/index-section.tsx'
import { InitiativeLists } from '#app/features/lists/initiative-lists.tsx'
import { RecapFigure } from '#app/features/recap/recap-sections.tsx'
import { SupportersChapter } from '#app/features/supporters/supporters-chapter.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { HostList } from '#app/public/host-list.tsx'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Translated, TranslatedProse } from '#app/ui/texts/translated.tsx'
import type { InitiativeView } from './initiative-view.server.ts'
import { CameFrom } from './page/came-from.tsx'
import { CameOf } from './page/came-of.tsx'
import { Documents } from './page/document-list.tsx'
import { Figures } from './page/figures.tsx'
import { Goals } from './page/goals.tsx'
import { Lineage } from './page/lineage-steps.tsx'
import { News } from './page/news.tsx'

/**
 * What the page of an initiative tells, one component a section, in this order. A section of another feature is one line
 * here, and one in `initiativeView`. A preview has a title of its own (`titled`).
 */
export function InitiativeStory({ titled = 'h1', ...view }: InitiativeView & { titled?: 'h1' | 'p' }) {
  const { initiative } = view
  return (
    <article className="stack airy">
      <header className={initiative.cover ? 'cover-head' : undefined}>
        {initiative.cover && <CoverFigure cover={initiative.cover} shape="large" />}
        <div className="stack snug measure">
          <p className="label">{m['public.initiative.label']()}</p>
          <Translated value={initiative.name} as={titled} className="title-xl" />
          <Translated value={initiative.summary} as="p" className="lede" />
          <Lineage {...view} />
          <p>
            <ButtonLink href={publicPath.joinInitiative(getLocale(), initiative.slug)}>
              {m['supporters.join.title']()}
            </ButtonLink>
          </p>
        </div>
      </header>
      <Purpose {...view} />
      <Goals {...view} />
      <News {...view} />
      <Bodies {...view} />
      <SupportersChapter slug={initiative.slug} teaser={view.supporters} />
      <InitiativeLists {...view} />
      <Pictures {...view} />
      <CityChapter view={view.cities} />
      <IndexSection indices={view.indices} />
      <Figures {...view} />
      <Documents {...view} />
      <CameFrom {...view} />
      <CameOf {...view} />
    </article>
  )
}

function Purpose({ initiative }: InitiativeView) {
  if (!textIn(initiative.description, getLocale())) return null
  return (
    <section className="chapter" aria-labelledby="about">
      <h2 id="about">{m['public.initiative.about']()}</h2>
      <TranslatedProse value={initiative.description} />
    </section>
  )
}

function Bodies({ initiative }: InitiativeView) {
  if (initiative.bodies.length === 0) return null
  return (
    <section className="chapter" aria-labelledby="bodies">
      <h2 id="bodies">{m['public.initiative.bodies']()}</h2>
      <HostList hosts={initiative.bodies} />
    </section>
  )
}

function Pictures({ pictures }: InitiativeView) {
  if (pictures.length === 0) return null
  return (
    <section className="chapter" aria-labelledby="gallery">
      <h2 id="gallery">{m['pictures.gallery.title']()}</h2>
      <div className="recap-gallery">
        {pictures.map((picture) => (
          <RecapFigure
            key={picture.id}
            picture={picture}
            locale={getLocale()}
            sizes="(min-width: 60rem) 17rem, 100vw"
          />
        ))}
      </div>
    </section>
  )
}
