import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { listInitiativesAskedOf } from '../../domain/bodies/bodies.server.ts'

type Request = Awaited<ReturnType<typeof listInitiativesAskedOf>>[number]

/** Other bodies ask one of the reader's own to carry an initiative with them: which, who asks, yes or no. */
export function AskedToCarry({ requests }: { requests: Request[] }) {
  const locale = getLocale()
  return (
    <section className="stack" aria-labelledby="asked-to-carry">
      <h2 className="title-m" id="asked-to-carry">
        {m['initiatives.asked.title']()}
      </h2>
      <p className="measure soft">{m['initiatives.asked.lead']()}</p>
      {requests.map(({ id, organization, askedBy, name, summary, bodies }) => {
        const answer = `/organize/organizations/${organization.slug}/initiative-requests/${id}`
        const initiative = textIn(name, locale)
        const by = new Intl.ListFormat(locale).format(bodies.map((one) => textIn(one, locale)))
        return (
          <article key={id} className="stack snug">
            <h3 className="title-s">
              <Translated value={name} />
            </h3>
            <Translated value={summary} as="p" className="measure" />
            <DescriptionList
              entries={[
                { term: m['initiatives.tab.bodies'](), value: by },
                ...(askedBy
                  ? [{ term: m['organize.asked.by'](), value: <span translate="no">{askedBy}</span> }]
                  : []),
                { term: m['organize.asked.of'](), value: textIn(organization.name, locale) },
              ]}
            />
            <div className="cluster">
              <form method="post" action={`${answer}/acceptance`}>
                <Button aria-label={m['initiatives.asked.accept-name']({ initiative })}>
                  {m['organize.asked.accept']()}
                </Button>
              </form>
              <form method="post" action={`${answer}/refusal`}>
                <Button variant="quiet" aria-label={m['initiatives.asked.decline-name']({ initiative })}>
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
