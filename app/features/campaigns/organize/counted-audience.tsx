import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import type { AudienceCount } from '../domain/count-audience.server.ts'

const terms = {
  addresses: m['campaigns.audience.addresses'],
  vi: m['campaigns.audience.vi'],
  en: m['campaigns.audience.en'],
  repeated: m['campaigns.audience.repeated'],
  waiting: m['campaigns.audience.waiting'],
}

/** The figures of a count as they are read, by what they are called. */
export function countParts({ addresses, byLocale, repeated, waiting }: AudienceCount) {
  const n = (value: number) => formatCount(value, getLocale())
  return {
    addresses: n(addresses),
    vi: n(byLocale.vi),
    en: n(byLocale.en),
    repeated: n(repeated),
    waiting: n(waiting),
  }
}

/** How many addresses, in which language, and who of the lists is not among them. */
export function CountedAudience({ count }: { count: AudienceCount }) {
  const parts = countParts(count)
  return (
    <section className="counted-audience stack snug" id="live" aria-labelledby="counted">
      <h2 className="title-s" id="counted">
        {m['campaigns.audience.counted']()}
      </h2>
      <DescriptionList
        entries={Object.entries(terms).map(([name, term]) => ({
          term: term(),
          value: <span data-live-text={name}>{parts[name as keyof typeof parts]}</span>,
        }))}
      />
    </section>
  )
}
