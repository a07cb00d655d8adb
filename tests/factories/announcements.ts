import { usualAudience } from '#app/features/announcements/domain/recipients.ts'
import { addDraft, type DraftDetails } from '#app/features/announcements/domain/save-draft.server.ts'
import type { Audience } from '#db/schema/announcements.ts'
import { system } from './contexts.ts'
import { nextNumber } from './numbers.ts'

type Values = Partial<Omit<DraftDetails, 'audience'>> & { audience?: Partial<Audience> }

/** A draft in both languages to all who are registered and did not leave. */
export function announcement(eventId: string, { audience, ...details }: Values = {}) {
  const n = nextNumber()
  return addDraft(system(), {
    eventId,
    details: {
      subject: { vi: `Đổi phòng ${n}`, en: `The room has changed ${n}` },
      text: { vi: 'Mời quý vị tới **Phòng 2**.', en: 'Please come to **Room 2**.' },
      isPublic: false,
      ...details,
      audience: { ...usualAudience, ...audience },
    },
  })
}
