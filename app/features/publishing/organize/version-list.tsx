import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/shared/time/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { ChangeList } from '../change-list.tsx'
import type { PublicationView } from './publication-view.server.ts'

type VersionsProps = { versions: PublicationView['versions']; zone: string; place: string; home: string }

/** What was published so far, the newest first, and the way back to each. */
export function Versions({ versions, zone, place, home }: VersionsProps) {
  const locale = getLocale()
  if (versions.length === 0) return null
  return (
    <section className="stack snug" aria-labelledby="versions">
      <h2 className="title-m" id="versions">
        {m['publishing.versions.title']()}
      </h2>
      <ol className="version-list">
        {versions.map(({ number, publishedAt, publishedBy, changes, heldBack, restoredFrom }, index) => (
          <li key={number}>
            <div className="cluster cluster-apart">
              <div>
                <p>
                  <strong>{m['publishing.changes.version']({ number })}</strong>
                  {restoredFrom !== null &&
                    ` · ${m['publishing.changes.restored']({ number: restoredFrom })}`}
                </p>
                <p className="small soft">
                  {formatDateTime(new Date(publishedAt), zone, locale, place)}
                  {publishedBy && ` · ${publishedBy}`}
                </p>
              </div>
              {index > 0 && (
                <ButtonLink variant="quiet" href={`${home}/agenda/publication?version=${number}`}>
                  {m['publishing.versions.back']()}
                </ButtonLink>
              )}
            </div>
            {heldBack.length > 0 && (
              <details className="small">
                <summary>{m['publishing.versions.held-back']({ count: heldBack.length })}</summary>
                <ul>
                  {heldBack.map((one) => (
                    <li key={`${one.personId}_${one.sessionId}`}>{one.reason}</li>
                  ))}
                </ul>
              </details>
            )}
            {changes.length > 0 && (
              <details>
                <summary>{m['publishing.preview.changes']({ count: changes.length })}</summary>
                <ChangeList changes={changes} zone={zone} place={place} />
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
