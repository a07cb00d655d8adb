import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { mailClassOf } from '#app/shared/mail-class.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDay } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import type { Listing } from './domain/contact-page.server.ts'
import type { PastMail } from './domain/mail-history.server.ts'

const home = 'Asia/Ho_Chi_Minh'

type Props = { mails: PastMail[]; older: number | null; path: string; listings: Listing[] }

/** Every mail that somebody had from an organization, why, and how to have no more of it. */
export function PastMails({ mails, older, path, listings }: Props) {
  const locale = getLocale()
  return (
    <section className="stack snug" aria-labelledby="mails">
      <h2 className="title-m" id="mails">
        {m['lists.mails.title']()}
      </h2>
      {mails.length === 0 && <p>{m['lists.mails.none']()}</p>}
      <ul className="stack snug">
        {mails.map((mail) => (
          <li key={mail.id} className="stack tight">
            <p className="title-s" lang={mail.locale}>
              {mail.subject ?? m['lists.mails.no-subject']()}
            </p>
            <p className="small soft">{formatDay(mail.sentAt ?? mail.createdAt, home, locale)}</p>
            <p className="small">{whyOf(mail, locale)}</p>
            <StopIt mail={mail} path={path} listings={listings} />
          </li>
        ))}
      </ul>
      {older !== null && (
        <p>
          <a href={`${path}?before=${older}#mails`}>{m['lists.mails.older']()}</a>
        </p>
      )}
    </section>
  )
}

/** Why it was sent, by what it is and is about. */
function whyOf({ kind, event, isRegistered, lists }: PastMail, locale: Locale): string {
  const titles = new Intl.ListFormat(locale).format((lists ?? []).map(({ title }) => textIn(title, locale)))
  if (kind === 'list-asked') return m['lists.mails.why-asked']({ list: titles })
  if (mailClassOf[kind] === 'advertising')
    return titles ? m['lists.mails.why-list']({ list: titles }) : m['lists.mails.why-lists']()
  const of = event ? textIn(event.title, locale) : ''
  if (!of) return m['lists.mails.why-service']()
  return isRegistered
    ? m['lists.mails.why-registered']({ event: of })
    : m['lists.mails.why-event']({ event: of })
}

/** Advertising is left at once; what belongs to a registration ends with it. */
function StopIt({ mail, path, listings }: { mail: PastMail; path: string; listings: Listing[] }) {
  const { kind, event, isRegistered } = mail
  if (mailClassOf[kind] === 'advertising') {
    const open = listings.filter(({ state }) => state === 'confirmed')
    return (
      <div className="cluster">
        {open.map(({ listId, title }) => (
          <form key={listId} method="post" action={`${path}/leaving`}>
            <Button variant="plain" name="list" value={listId}>
              {m['lists.preferences.stop']({ list: textIn(title, getLocale()) })}
            </Button>
          </form>
        ))}
      </div>
    )
  }
  if (!isRegistered || !event?.publishedAt) return null
  return (
    <p className="small">
      <a href={publicPath.find(getLocale(), event.slug)}>{m['lists.mails.change-registration']()}</a>
    </p>
  )
}
