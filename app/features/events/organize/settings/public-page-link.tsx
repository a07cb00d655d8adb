import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'

/** The way to the event's public page; before it is public, to its preview. */
export function PublicPageLink({ slug, published }: { slug: string; published: boolean }) {
  const href = published ? publicPath.event(getLocale(), slug) : `/organize/events/${slug}/preview`
  return (
    <ButtonLink variant="plain" href={href}>
      {published ? m['organize.event.public-page']() : m['organize.preview.link']()}
    </ButtonLink>
  )
}
