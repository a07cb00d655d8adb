import { m } from '#app/paraglide/messages.js'
import type { GuestPlace } from '../list-place.ts'

/** The way back from a page about a guest: to the guest, and to the list as it was. */
export function GuestTrail({ page, name }: { page: GuestPlace; name: string }) {
  return (
    <p className="cluster snug">
      <a className="breadcrumb" href={page.list}>
        {m['registration.list.title']()}
      </a>
      <a className="breadcrumb" href={page.guest}>
        {name}
      </a>
    </p>
  )
}
