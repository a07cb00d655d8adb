import type { listRequestsToOwn } from '#app/features/organizations/domain/host-requests.server.ts'
import type { listContactProposals } from '#app/features/people/domain/contact-proposals.server.ts'
import { fieldName } from '#app/organize/field-names.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDays } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'

type Contact = Awaited<ReturnType<typeof listContactProposals>>[number]

/** Others would reach somebody elsewhere whom a body of the reader's own knows. */
export function ProposedContacts({ proposals }: { proposals: Contact[] }) {
  return (
    <section className="stack" aria-labelledby="proposed-contacts">
      <h2 className="title-m" id="proposed-contacts">
        {m['organize.contact.title']()}
      </h2>
      <p className="measure soft">{m['organize.contact.lead']()}</p>
      {proposals.map(({ id, organization, name, proposedBy, change, ...now }) => {
        const answer = `/organize/organizations/${organization}/contact-proposals/${id}`
        return (
          <article key={id} className="stack snug">
            <h3 className="title-s" translate="no">
              {name}
            </h3>
            <DescriptionList
              entries={[
                ...Object.entries(change).map(([field, value]) => ({
                  key: field,
                  term: fieldName(field),
                  value: m['organize.contact.change']({
                    from: String(now[field as keyof typeof now] ?? '–'),
                    to: value || '–',
                  }),
                })),
                ...(proposedBy ? [{ term: m['organize.contact.by'](), value: proposedBy }] : []),
              ]}
            />
            <div className="cluster">
              <form method="post" action={`${answer}/acceptance`}>
                <Button aria-label={m['organize.contact.accept-name']({ name })}>
                  {m['organize.contact.accept']()}
                </Button>
              </form>
              <form method="post" action={`${answer}/refusal`}>
                <Button variant="quiet" aria-label={m['organize.contact.refuse-name']({ name })}>
                  {m['organize.contact.refuse']()}
                </Button>
              </form>
            </div>
          </article>
        )
      })}
    </section>
  )
}

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
          <article key={request.id} className="stack snug">
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
