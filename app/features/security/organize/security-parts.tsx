import { m } from '#app/paraglide/messages.js'

export function BackToSecurity({ slug }: { slug: string }) {
  return (
    <p className="on-screen">
      <a className="breadcrumb" href={`/organize/events/${slug}/security`}>
        {m['security.page.title']()}
      </a>
    </p>
  )
}
