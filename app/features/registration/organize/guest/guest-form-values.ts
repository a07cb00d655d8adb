import type { FormValues } from '#app/shared/forms/form-values.ts'
import { type GuestDetails, tagsText } from '../../domain/guests/guest-details.ts'

/** A guest as the form of organizers shows them. */
export function guestFormValues(guest: GuestDetails): FormValues {
  return {
    name: guest.name,
    organization: guest.organization,
    position: guest.position,
    language: guest.language,
    category: guest.category,
    vip: guest.isVip ? 'on' : '',
    tags: tagsText(guest.tags),
    note: guest.note,
  }
}
