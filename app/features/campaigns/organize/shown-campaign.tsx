import { MailText } from '#app/features/mail/mail-text.tsx'
import { m } from '#app/paraglide/messages.js'
import { type Locale, locales } from '#app/shared/vocabulary.ts'
import { Notice } from '#app/ui/notice.tsx'

type Shown = Record<Locale, { subject: string; text: string; html: string } | null>

const languageNames: Record<Locale, () => string> = {
  vi: m['mail.words.in-vietnamese'],
  en: m['mail.words.in-english'],
}

/** How a campaign reads in each of its languages, as wide as a phone and as a desk. */
export function ShownCampaign({ mails, isUnsaved }: { mails: Shown; isUnsaved: boolean }) {
  return (
    <section className="stack" aria-labelledby="shown">
      <h2 className="title-m" id="shown">
        {m['mail.words.shown']()}
      </h2>
      {isUnsaved && <Notice live>{m['mail.words.not-saved']()}</Notice>}
      {locales.map((locale) => {
        const mail = mails[locale]
        if (!mail) return null
        return (
          <details key={locale} open>
            <summary>
              {languageNames[locale]()}: <span lang={locale}>{mail.subject}</span>
            </summary>
            <MailText text={{ ...mail, calendar: null }} locale={locale} isSent={false} onPhone />
          </details>
        )
      })}
    </section>
  )
}
