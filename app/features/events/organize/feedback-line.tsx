import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'

type Props = { slug: string; feedback: { answered: number; asked: number } }

/** How many of the guests have said how it was, and the way to what they said. */
export function FeedbackLine({ slug, feedback: { answered, asked } }: Props) {
  const locale = getLocale()
  return (
    <section className="stack snug" aria-labelledby="feedback">
      <h2 className="title-m" id="feedback">
        {m['organize.event.feedback']()}
      </h2>
      <p>
        {m['afterwards.desk.answered']({
          answered: formatCount(answered, locale),
          asked: formatCount(asked, locale),
        })}{' '}
        <a href={`/organize/events/${slug}/feedback`}>{m['organize.overview.see-feedback']()}</a>
      </p>
    </section>
  )
}
