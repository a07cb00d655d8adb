import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'

type MailTextProps = {
  text: { text: string; html: string; calendar: string | null }
  locale: Locale
  isSent: boolean
  /** Shown as wide as a phone too. */
  onPhone?: boolean
}

/** The words of a mail in each of its forms, in the recipient's language. */
export function MailText({ text, locale, isSent, onPhone = false }: MailTextProps) {
  return (
    <>
      <p className="soft">{isSent ? m['mail.outbox.as-sent']() : m['mail.outbox.as-would-be-sent']()}</p>
      <section className="stack snug">
        <h2 className="title-s">{m['mail.outbox.html']()}</h2>
        <MailFrame html={text.html} locale={locale} />
      </section>
      {onPhone && (
        <section className="stack snug">
          <h2 className="title-s">{m['mail.outbox.on-phone']()}</h2>
          <MailFrame html={text.html} locale={locale} width="22.5rem" />
        </section>
      )}
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

type FrameProps = { html: string; locale: Locale; width?: string }

/** Locked up: no script, no form, no link leads anywhere from here. */
function MailFrame({ html, locale, width = '100%' }: FrameProps) {
  return (
    <iframe
      sandbox=""
      srcDoc={asShown(html)}
      title={m['mail.outbox.html']()}
      lang={locale}
      style={{ width, maxWidth: '100%', height: '44rem', border: '1px solid' }}
    />
  )
}

// The page's policy, which the frame inherits, takes style attributes but no style sheets.
// Pictures in a mail travel beside its words, and only those are kept.
function asShown(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<img[^>]* ?src="cid:[^>]*>/g, (picture) => `[${/alt="([^"]*)"/.exec(picture)?.[1] ?? ''}]`)
}
