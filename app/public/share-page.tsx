import { m } from '#app/paraglide/messages.js'
import { shareLinks } from '#app/shared/pages/share-links.ts'
import { Button } from '#app/ui/button.tsx'

/** The ways to pass a page on, closed until asked for: plain links, and the two that a browser offers where it can. */
export function SharePage({ title, page }: { title: string; page: string }) {
  const { email, facebook, linkedIn, whatsApp } = shareLinks({ title, page })
  return (
    <details className="calendar-choice">
      <summary className="button button-quiet">{m['public.share.title']()}</summary>
      <ul>
        <li hidden data-share={page} data-title={title}>
          <Button type="button" variant="plain">
            {m['public.share.device']()}
          </Button>
        </li>
        <li hidden data-copy={page}>
          <Button type="button" variant="plain">
            {m['public.share.copy']()}
          </Button>
          <span role="status" data-done={m['public.share.copied']()} />
        </li>
        <li>
          <a href={email}>{m['public.share.email']()}</a>
        </li>
        <li>
          <a href={facebook} rel="noopener">
            Facebook
          </a>
        </li>
        <li>
          <a href={linkedIn} rel="noopener">
            LinkedIn
          </a>
        </li>
        <li>
          <a href={whatsApp} rel="noopener">
            WhatsApp
          </a>
        </li>
      </ul>
    </details>
  )
}
