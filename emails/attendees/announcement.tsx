import { m } from '#app/paraglide/messages.js'
import { plainProse } from '#app/shared/i18n/prose.ts'
import type { AnnouncementFacts } from '../facts.ts'
import { announcementFooter, type Template } from '../letter.ts'
import { OwnProse } from '../pieces.tsx'
import { shortened } from '../short-titles.ts'
import { Link } from './registration-pieces.tsx'

const longestPreview = 140

const labels = {
  registered: m['mail.announcement.registered'],
  speakers: m['mail.announcement.speakers'],
  hosts: m['mail.announcement.hosts'],
} as const satisfies Record<AnnouncementFacts['to'], unknown>

/** What organizers tell the people of their event in words of their own. */
export const announcement: Template<AnnouncementFacts> = (facts, locale) => {
  const { event, subject, words, url, to, isTest } = facts
  const isOther = words.lang !== locale
  return {
    event,
    subject: isTest ? m['mail.announcement.test']({ subject: subject.text }, { locale }) : subject.text,
    preview: shortened(plainProse(words.text).replace(/\s+/g, ' '), longestPreview),
    heading: subject.text,
    ...(subject.lang !== locale && { lang: subject.lang }),
    body: (
      <>
        <div lang={isOther ? words.lang : undefined}>
          <OwnProse>{words.text}</OwnProse>
        </div>
        <Link href={url} label={labels[to]({}, { locale })} accent={event.accent} locale={locale} />
      </>
    ),
    footer: announcementFooter(facts, locale),
  }
}
