import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'

/** The button that shows the event to the public; while it is shown, the one that takes it back. */
export function PublicationForm({ slug, published }: { slug: string; published: boolean }) {
  return (
    <form method="post" action={`/organize/events/${slug}/publication`} id="publication">
      <input type="hidden" name="published" value={published ? '' : 'on'} />
      <Button variant={published ? 'quiet' : 'primary'}>
        {published ? m['organize.publication.take-back']() : m['organize.publication.publish']()}
      </Button>
    </form>
  )
}
