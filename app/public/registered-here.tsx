import { useContext } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { NonceContext } from '#app/shared/http/nonce.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'

type OfEvent = { event: { id: string; slug: string } }

/**
 * Shown by own-mark.js where a registration for the event was opened on the device: the page itself is the same for
 * everybody. It leads to where the link is mailed to its owner, since others may use the device too.
 */
export function RegisteredHere({ event }: OfEvent) {
  return (
    <>
      <p className="cluster snug" hidden data-if-registered={event.id} suppressHydrationWarning>
        <strong>{m['public.registered.here']()}</strong>
        <a href={publicPath.find(getLocale(), event.slug)}>{m['registration.find.title']()}</a>
        <Forget />
      </p>
      <OwnMark />
    </>
  )
}

/** What a personal page leaves on the device: the event, until then; an empty `until` takes it back. Never the link. */
export function RegisteredMark({ event, until }: { event: { id: string }; until: string }) {
  return (
    <>
      <span hidden data-registered={event.id} data-until={until} />
      <p className="cluster snug small soft on-screen" hidden data-if-registered={event.id}>
        {m['public.registered.kept']()}
        <Forget />
      </p>
      <OwnMark />
    </>
  )
}

function OwnMark() {
  const nonce = useContext(NonceContext)
  // Browsers hide the nonce from scripts, and so from hydration.
  return <script src="/own-mark.js" defer {...(nonce && { nonce })} suppressHydrationWarning />
}

function Forget() {
  return (
    <button type="button" className="button button-plain">
      {m['public.registered.forget']()}
    </button>
  )
}
