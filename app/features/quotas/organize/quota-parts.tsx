import { m } from '#app/paraglide/messages.js'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { Translated } from '#app/ui/texts/translated.tsx'

export function BackToQuotas({ slug }: { slug: string }) {
  return (
    <p>
      <a className="breadcrumb" href={`/organize/events/${slug}/quotas`}>
        {m['quotas.title']()}
      </a>
    </p>
  )
}

/** Back to the guests of one host. */
export function BackToGuests(of: { slug: string; quota: string; organization: TranslatedText }) {
  return (
    <p>
      <a className="breadcrumb" href={`/organize/events/${of.slug}/quotas/${of.quota}`}>
        <Translated value={of.organization} />
      </a>
    </p>
  )
}
