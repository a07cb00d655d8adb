import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { BodyList } from './domain/public-list.server.ts'

type Props = { initiative: { slug: string }; lists: readonly BodyList[] }

/** The lists of the bodies of an initiative: joined on the page of each, which knows where the reader came from. */
export function InitiativeLists({ initiative, lists }: Props) {
  const locale = getLocale()
  if (lists.length === 0) return null
  return (
    <section className="chapter" aria-labelledby="lists">
      <h2 id="lists">{m['lists.initiative.title']()}</h2>
      <div className="stack tight">
        <p className="soft">{m['lists.initiative.lead']()}</p>
        <ul className="stack tight">
          {lists.map(({ id, slug, title, organization }) => (
            <li key={id}>
              <a href={`${publicPath.list(locale, slug)}?initiative=${initiative.slug}`}>
                <Translated value={title} />
              </a>{' '}
              <span className="soft">
                <Translated value={organization} />
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
