import { docOf } from '#app/features/recap/domain/rich-text.ts'
import { recap, recapVersion } from '#db/schema/index.ts'
import type { RecapContent } from '#db/schema/recap-content.ts'
import { database } from '#db/transaction.server.ts'

/** A recap with nothing but a short article in both languages, and what is given. */
export function recapContent(values: Partial<RecapContent> = {}): RecapContent {
  return {
    texts: {
      article: {
        vi: {
          title: 'Một buổi chiều quanh bàn tròn',
          lead: 'Chín người, sáu đề xuất.',
          doc: docOf('Mở đầu.'),
        },
        en: {
          title: 'An afternoon at the table',
          lead: 'Nine people, six proposals.',
          doc: docOf('It began.'),
        },
      },
      'press-release': {},
    },
    notes: [],
    people: [],
    pictures: [],
    initiatives: [],
    recordings: [],
    slides: [],
    ...values,
  }
}

/** A version of an event's recap, shown to readers behind the verbs' back. */
export async function publishedRecap(event: { id: string }, values: Partial<RecapContent> = {}, number = 1) {
  const content = recapContent(values)
  await database()
    .insert(recap)
    .values({ eventId: event.id, publishedNumber: number })
    .onConflictDoUpdate({ target: recap.eventId, set: { publishedNumber: number } })
  await database().insert(recapVersion).values({ eventId: event.id, number, content })
  return content
}
