import { shownHtml } from '#app/features/mail/domain/shown-html.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { type Locale, locales } from '#app/shared/vocabulary.ts'

type Mail = { subject: string; text: string; html: string }
type Shown = Record<Locale, Mail | null>

const languageNames: Record<Locale, () => string> = {
  vi: m['mail.words.in-vietnamese'],
  en: m['mail.words.in-english'],
}
const unsaid = { vi: m['campaigns.preview.no-vi'], en: m['campaigns.preview.no-en'] }
const widths = {
  phone: m['campaigns.preview.phone'],
  desk: m['campaigns.preview.desk'],
  text: m['campaigns.preview.text'],
}

/** How a campaign reads in each of its languages, on a phone, on a desk and as text; one of them is in sight, by style alone. */
export function ShownCampaign({ mails, isUnsaved }: { mails: Shown; isUnsaved: boolean }) {
  return (
    <section className="mail-preview stack snug" id="live" aria-labelledby="shown">
      <h2 className="title-s" id="shown">
        {m['mail.words.shown']()}
      </h2>
      <p className="small soft" role="status" data-live-said>
        {isUnsaved ? m['mail.words.not-saved']() : m['campaigns.preview.saved']()}
      </p>
      <div className="cluster loose">
        <Choices
          name="shown-language"
          legend={m['campaigns.preview.language']()}
          options={locales.map((value) => ({ value, label: languageNames[value]() }))}
          chosen={getLocale()}
        />
        <Choices
          name="shown-width"
          legend={m['campaigns.preview.width']()}
          options={Object.entries(widths).map(([value, label]) => ({ value, label: label() }))}
          chosen="phone"
        />
      </div>
      {locales.map((locale) => (
        <ShownMail key={locale} locale={locale} mail={mails[locale]} />
      ))}
    </section>
  )
}

function ShownMail({ locale, mail }: { locale: Locale; mail: Mail | null }) {
  return (
    <div className="stack snug" data-language={locale}>
      <p data-live-if={`${locale}.none`} hidden={mail !== null}>
        {unsaid[locale]()}
      </p>
      <div className="stack snug" data-live-if={locale} hidden={mail === null}>
        <p className="mail-preview-subject">
          <span className="soft">{m['campaigns.form.subject']()}</span>{' '}
          <strong lang={locale} data-live-text={`${locale}.subject`}>
            {mail?.subject}
          </strong>
        </p>
        {(['phone', 'desk'] as const).map((width) => (
          <div key={width} data-width={width}>
            {/* Of this page's own origin, so that its script can draw it anew; without `allow-scripts` nothing runs in it. */}
            <iframe
              sandbox="allow-same-origin"
              srcDoc={mail ? shownHtml(mail.html) : ''}
              title={`${languageNames[locale]()}, ${widths[width]()}`}
              lang={locale}
              data-live-html={`${locale}.html`}
            />
          </div>
        ))}
        <pre lang={locale} data-width="text" data-live-text={`${locale}.text`}>
          {mail?.text}
        </pre>
      </div>
    </div>
  )
}

type ChoicesProps = {
  name: string
  legend: string
  options: { value: string; label: string }[]
  chosen: string
}

function Choices({ name, legend, options, chosen }: ChoicesProps) {
  return (
    <fieldset>
      <legend className="small soft">{legend}</legend>
      <div className="cluster snug">
        {options.map(({ value, label }) => (
          <label className="choice" key={value}>
            <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
