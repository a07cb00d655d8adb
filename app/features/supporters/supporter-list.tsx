import { m } from '#app/paraglide/messages.js'
import type { SupporterKind } from '#app/shared/vocabulary.ts'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { kindLabels } from './kind-labels.ts'

export type ShownSupporter = {
  id: string
  name: string
  body: string
  kind: SupporterKind
  country: string
  logo: { id: string; width: number; height: number } | null
}

/** Who agreed to be listed: people by their names, bodies by theirs, with their sign where they have one. */
export function SupporterList({ supporters }: { supporters: readonly ShownSupporter[] }) {
  return (
    <ul className="supporter-list">
      {supporters.map(({ id, name, body, kind, country, logo }) => (
        <li key={id}>
          {logo && (
            <span className="logo logo-on-light">
              <img
                src={`/supporters/logos/${logo.id}/logo.webp`}
                width={logo.width}
                height={logo.height}
                alt=""
                loading="lazy"
                decoding="async"
              />
            </span>
          )}
          <span className="title-s">{body || <PersonName name={name} />}</span>
          <span className="small soft">
            {m['supporters.list.what']({ kind: kindLabels[kind](), country })}
          </span>
        </li>
      ))}
    </ul>
  )
}
