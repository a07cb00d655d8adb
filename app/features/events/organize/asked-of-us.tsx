import type { listRequestsToOwn } from '#app/features/organizations/domain/host-requests.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDays } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Translated } from '#app/ui/translated.tsx'

type HostRequest = Awaited<ReturnType<typeof listRequestsToOwn>>[number]

/** Other bodies ask one of the reader's own to host with them: what of, who asks, yes or no. */
export function AskedToHost({ requests }: { requests: HostRequest[] }) {
  const locale = getLocale()
  return (
    <section className="stack" aria-labelledby="asked-to-host">
      <h2 className="title-m" id="asked-to-host">
        {m['organize.asked.hosting']()}
      </h2>
      <p className="measure soft">{m['organize.asked.hosting-lead']()}</p>
      {requests.map((request) => {
        const answer = `/organize/organizations/${request.organization.slug}/host-requests/${request.id}`
        const title = textIn(request.title, locale)
        const hosts = new Intl.ListFormat(locale).format(request.hosts.map((name) => textIn(name, locale)))
        return (
          <article key={request.id} className="panel stack snug">
            <h3 className="title-s">
              <Translated value={request.title} />
            </h3>
            <DescriptionList
              entries={[
                {
                  term: m['organize.events.when'](),
                  value: formatDays(request.startsAt, request.endsAt, request.timeZone, locale),
                },
                { term: m['organize.asked.hosts'](), value: hosts },
                ...(request.askedBy
                  ? [{ term: m['organize.asked.by'](), value: <span translate="no">{request.askedBy}</span> }]
                  : []),
                { term: m['organize.asked.of'](), value: textIn(request.organization.name, locale) },
              ]}
            />
            <div className="cluster">
              <form method="post" action={`${answer}/acceptance`}>
                <Button aria-label={m['organize.asked.accept-name']({ event: title })}>
                  {m['organize.asked.accept']()}
                </Button>
              </form>
              <form method="post" action={`${answer}/refusal`}>
                <Button variant="quiet" aria-label={m['organize.asked.decline-name']({ event: title })}>
                  {m['organize.asked.decline']()}
                </Button>
              </form>
            </div>
          </article>
        )
      })}
    </section>
  )
}
