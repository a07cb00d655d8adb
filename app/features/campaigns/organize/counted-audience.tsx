import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { AudienceCount } from '../domain/count-audience.server.ts'

/** How many addresses, in which language, and who of the lists is not among them. */
export function CountedAudience({ count, isUnsaved }: { count: AudienceCount; isUnsaved: boolean }) {
  const n = (value: number) => formatCount(value, getLocale())
  const { addresses, byLocale, repeated, waiting } = count
  return (
    <section className="stack snug" aria-labelledby="counted">
      <h2 className="title-s" id="counted">
        {m['campaigns.audience.counted']()}
      </h2>
      {isUnsaved && <Notice live>{m['campaigns.audience.not-saved']()}</Notice>}
      <DescriptionList
        entries={[
          { term: m['campaigns.audience.addresses'](), value: n(addresses) },
          { term: m['campaigns.audience.vi'](), value: n(byLocale.vi) },
          { term: m['campaigns.audience.en'](), value: n(byLocale.en) },
          { term: m['campaigns.audience.repeated'](), value: n(repeated) },
          { term: m['campaigns.audience.waiting'](), value: n(waiting) },
        ]}
      />
    </section>
  )
}
