import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDateTime, zoneCity } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import type { RecapDesk } from '../domain/recap-desk.server.ts'

type Props = {
  desk: Pick<RecapDesk, 'faults' | 'versions' | 'publishedNumber' | 'isChanged'>
  event: string
  zone: string
  here: string
  mayPublish: boolean
}

/** What readers see, what keeps the next version from them, and the earlier ones. */
export function RecapPublication({ desk, event, zone, here, mayPublish }: Props) {
  const locale = getLocale()
  const { faults, versions, publishedNumber, isChanged } = desk
  return (
    <section className="stack snug" aria-label={m['recap.desk.readers']()}>
      <p className="cluster">
        {publishedNumber === null ? (
          <StateMark tone="calm">{m['recap.desk.not-published']()}</StateMark>
        ) : (
          <>
            <StateMark tone="good">{m['recap.desk.published']({ number: publishedNumber })}</StateMark>
            {!isChanged && <span className="soft">{m['recap.desk.unchanged']()}</span>}
            <a href={publicPath.recap(locale, event)}>{m['recap.desk.see']()}</a>
          </>
        )}
      </p>
      {faults.length > 0 && (
        <Notice tone="warning" title={m['recap.stale.title']({ count: faults.length })} />
      )}
      {mayPublish && (
        <div className="cluster">
          {isChanged && (
            <form method="post" action={here}>
              <Button name="step" value="publish">
                {publishedNumber === null ? m['recap.desk.publish']() : m['recap.desk.publish-new']()}
              </Button>
            </form>
          )}
          {publishedNumber !== null && (
            <form method="post" action={here}>
              <Button name="step" value="unpublish" variant="plain">
                {m['recap.desk.unpublish']()}
              </Button>
            </form>
          )}
        </div>
      )}
      {versions.length > 0 && (
        <details>
          <summary>{m['recap.desk.versions']({ count: versions.length })}</summary>
          <ul className="stack snug">
            {versions.map(({ number, publishedAt }) => (
              <li key={number} className="cluster">
                {m['recap.desk.version']({
                  number,
                  when: formatDateTime(new Date(publishedAt), zone, locale, zoneCity(zone, locale)),
                })}
                {mayPublish && number !== publishedNumber && (
                  <form method="post" action={here}>
                    <input type="hidden" name="step" value="restore" />
                    <Button name="version" value={number} variant="plain">
                      {m['recap.desk.restore']({ number })}
                    </Button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
