import { m } from '#app/paraglide/messages.js'

export function BackToQuotas({ slug }: { slug: string }) {
  return (
    <p>
      <a className="breadcrumb" href={`/organize/events/${slug}/quotas`}>
        {m['quotas.title']()}
      </a>
    </p>
  )
}
