import { noteKindName } from '#app/features/notes/note-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { read, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { heldTogether } from '#app/shared/time/line-breaks.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { RecapNote } from './domain/recap-content.ts'

/** The initiatives that came of a note, by its id. */
export type LedTo = Record<string, { slug: string; name: TranslatedText }[]>

/** The ways from a note to what came of it. */
export function LedToLinks({ to }: { to: LedTo[string] | undefined }) {
  if (!to || to.length === 0) return null
  const locale = getLocale()
  return (
    <p className="small on-screen" lang={locale}>
      {m['recap.page.led-to']()}{' '}
      {to.map(({ slug, name }, at) => (
        <span key={slug}>
          {at > 0 && ', '}
          <a href={publicPath.initiative(locale, slug)}>
            <Translated value={name} />
          </a>
        </span>
      ))}
    </p>
  )
}

type Props = { notes: readonly RecapNote[]; ledTo: LedTo; told: ReadonlySet<unknown> }

/** Notes that led to an initiative and stand in the article without their own mark: the proposals of a list. */
export function NotesThatLed({ notes, ledTo, told }: Props) {
  const locale = getLocale()
  const shown = notes.filter(({ id }) => ledTo[id] && !told.has(id))
  if (shown.length === 0) return null
  return (
    <section className="chapter" aria-labelledby="led-to">
      <h2 id="led-to">{m['recap.page.led-to-title']()}</h2>
      <ol className="launch-notes">
        {shown.map(({ id, kind, name, words }) => {
          const { text, lang } = read(words, locale)
          return (
            <li key={id} id={`note-${id}`} className="stack tight">
              <p lang={lang === locale ? undefined : lang}>{heldTogether(text)}</p>
              <p className="small soft">
                <Badge>{noteKindName(kind)}</Badge> {name}
              </p>
              <LedToLinks to={ledTo[id]} />
            </li>
          )
        })}
      </ol>
    </section>
  )
}
