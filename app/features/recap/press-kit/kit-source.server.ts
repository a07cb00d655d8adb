import type { PublicEvent } from '#app/features/events/domain/events.server.ts'
import { findPictureImage } from '#app/features/pictures/domain/picture-files.server.ts'
import { m } from '#app/paraglide/messages.js'
import { shortCity } from '#app/public/event-date.ts'
import { withoutMarksIn } from '#app/shared/i18n/kept-words.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDay, formatDays } from '#app/shared/time/format.ts'
import { type Locale, locales, type RecapText, recapTexts } from '#app/shared/vocabulary.ts'
import type { PublishedRecap } from '../domain/published-recap.server.ts'
import type { RecapContent, RecapPicture, RecapWords } from '../domain/recap-content.ts'

/** One text of the kit in one language, with what stands around it on paper. */
export type KitText = {
  kind: RecapText
  locale: Locale
  words: RecapWords
  content: RecapContent
  /** "Press release", and for a press release where and when it was given out. */
  label: string
  dateline: string
  event: { title: string; days: string; place: string; hosts: string }
  contact: string
}

/** A picture of the kit: as the press gets it, and small enough to stand in a document. */
export type KitPicture = RecapPicture & {
  file: string
  image: Uint8Array
  inline: { image: Uint8Array; width: number; height: number }
}

const inlineWidth = 1200

/** The texts that a recap has, in each language it has them in. */
export function kitTexts(event: PublicEvent, recap: PublishedRecap): KitText[] {
  return recapTexts.flatMap((kind) =>
    locales.flatMap((locale) => {
      const words = recap.content.texts[kind]?.[locale]
      if (!words) return []
      const place = [...new Set([textIn(event.venue?.name, locale), textIn(event.venue?.city, locale)])]
      const city = shortCity(event.venue?.city, locale)
      const day = formatDay(recap.firstPublishedAt, event.timeZone, locale)
      return [
        withoutMarksIn({
          kind,
          locale,
          words,
          content: recap.content,
          label:
            kind === 'article'
              ? m['recap.kit.article']({}, { locale })
              : m['recap.kit.release']({}, { locale }),
          dateline: [city, day].filter(Boolean).join(', '),
          event: {
            title: textIn(event.title, locale),
            days: formatDays(event.startsAt, event.endsAt, event.timeZone, locale),
            place: place.filter(Boolean).join(', '),
            hosts: event.hosts.map((one) => textIn(one.name, locale)).join(' · '),
          },
          contact: event.contactEmail ?? '',
        }),
      ]
    }),
  )
}

/** The pictures of a recap with their bytes; those that are gone are left out. One is open at a time. */
export async function kitPictures(content: RecapContent): Promise<KitPicture[]> {
  const { default: sharp } = await import('sharp')
  const pictures: KitPicture[] = []
  for (const [at, one] of withoutMarksIn(content.pictures).entries()) {
    const image = await findPictureImage(one.id, 'jpeg')
    if (!image) continue
    const small = await sharp(image)
      .resize(inlineWidth, inlineWidth, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    const { width, height } = small.info
    pictures.push({
      ...one,
      file: `pictures/${String(at + 1).padStart(2, '0')}-${one.id.slice(0, 8)}.jpg`,
      image,
      inline: { image: new Uint8Array(small.data), width, height },
    })
  }
  return pictures
}

/** When and where, for below the title; the event, its hosts and whom to ask, for the end. */
export function aroundText({ kind, dateline, event, contact, locale }: KitText) {
  const asked = contact && `${m['recap.kit.contact']({}, { locale })} ${contact}`
  return {
    above: kind === 'press-release' ? dateline : `${event.days} · ${event.place}`,
    below: [event.title, event.hosts, asked].filter(Boolean),
  }
}
