import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/shared/time/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { SecurityField } from './domain/security-list.ts'
import { toldWords } from './security-labels.ts'

type Told = {
  list: { asks: readonly SecurityField[]; purgesAt: string | Date }
  timeZone: string
  city?: string
}

/** What the venue's security is told of guests, what for, and when it is deleted. */
export function securitySentence({ list, timeZone, city = '' }: Told): string {
  const locale = getLocale()
  const when = formatDateTime(new Date(list.purgesAt), timeZone, locale, city)
  return m['security.told.body']({ what: toldWords(list.asks, locale), when })
}

export function SecurityTold(told: Told) {
  return <p className="small soft">{securitySentence(told)}</p>
}

/** The same on a guest's own page, with the way to say it. */
export function SecurityAsked({ path, isGiven, ...told }: Told & { path: string; isGiven: boolean }) {
  return (
    <Notice
      tone={isGiven ? 'info' : 'warning'}
      title={isGiven ? m['security.told.given']() : m['security.told.title']()}
    >
      <p>{securitySentence(told)}</p>
      <p>
        <ButtonLink href={`${path}/security`} variant={isGiven ? 'quiet' : 'primary'}>
          {isGiven ? m['security.own.correct']() : m['security.own.give']()}
        </ButtonLink>
      </p>
    </Notice>
  )
}
