import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatCount } from '#app/shared/time/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { SupporterList } from './supporter-list.tsx'
import type { SupporterTeaser } from './supporter-teaser.server.ts'

/** The part of an initiative's page about its supporters, with the way to join them. */
export function SupportersChapter({ slug, teaser }: { slug: string; teaser: SupporterTeaser }) {
  const locale = getLocale()
  const { joined, rows, hasMore } = teaser
  return (
    <section className="chapter" aria-labelledby="supporters">
      <h2 id="supporters">{m['supporters.list.title']()}</h2>
      <div className="stack">
        <p>
          {joined > 0
            ? m['supporters.list.count']({ count: joined, joined: formatCount(joined, locale) })
            : m['supporters.list.nobody']()}
        </p>
        {rows.length > 0 && <SupporterList supporters={rows} />}
        <p className="cluster">
          <ButtonLink href={publicPath.joinInitiative(locale, slug)}>
            {m['supporters.join.title']()}
          </ButtonLink>
          {hasMore && (
            <ButtonLink href={publicPath.supporters(locale, slug)} variant="quiet">
              {m['supporters.list.see-all']()}
            </ButtonLink>
          )}
        </p>
      </div>
    </section>
  )
}
