import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import { shownHtml } from './domain/shown-html.ts'

type MailTextProps = {
  text: { text: string; html: string; calendar: string | null }
  locale: Locale
  isSent: boolean
}

/** The words of a mail in each of its forms, in the recipient's language. */
export function MailText({ text, locale, isSent }: MailTextProps) {
  return (
    <>
      <p className="soft">{isSent ? m['mail.outbox.as-sent']() : m['mail.outbox.as-would-be-sent']()}</p>
      <section className="stack snug">
        <h2 className="title-s">{m['mail.outbox.html']()}</h2>
        <MailFrame html={text.html} locale={locale} />
      </section>
      <section className="stack snug">
        <h2 className="title-s">{m['mail.outbox.plain-text']()}</h2>
        <pre lang={locale} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text.text}
        </pre>
      </section>
      {text.calendar && (
        <section className="stack snug">
          <h2 className="title-s">{m['mail.outbox.calendar']()}</h2>
          <pre lang={locale} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {text.calendar}
          </pre>
        </section>
      )}
    </>
  )
}

type FrameProps = { html: string; locale: Locale }

/** Locked up: no script, no form, no link leads anywhere from here. */
function MailFrame({ html, locale }: FrameProps) {
  return (
    <iframe
      sandbox=""
      srcDoc={shownHtml(html)}
      title={m['mail.outbox.html']()}
      lang={locale}
      style={{ width: '100%', height: '44rem', border: '1px solid' }}
    />
  )
}
