import { m } from '#app/paraglide/messages.js'
import { xmlText } from '#app/shared/http/xml-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { TextArea } from '#app/ui/fields/field.tsx'

type ExportsProps = { slug: string; title: string; origin: string; locale: Locale }

/** The addresses under which other programs read the published agenda, and the lines that show it on other pages. */
export function Exports({ slug, title, origin, locale }: ExportsProps) {
  const base = `${origin}/events/${slug}`
  const embed = `${origin}/embed/events/${slug}`
  const files = ['agenda.ics', 'agenda.json', 'agenda.xml', 'changes.atom']
  const frame = `<iframe src="${embed}?lang=${locale}" title="${xmlText(title)}" width="100%" height="640" style="border:0" loading="lazy"></iframe>`
  const script = `<script src="${embed}/script.js?lang=${locale}" async></script>`
  return (
    <section className="stack" aria-labelledby="exports">
      <h2 className="title-m" id="exports">
        {m['exchange.export.title']()}
      </h2>
      <p className="cluster">
        {files.map((file) => (
          <a key={file} href={`${base}/${file}?lang=${locale}`}>
            {file}
          </a>
        ))}
      </p>
      <p className="soft measure">{m['exchange.export.leaves']()}</p>
      <p className="soft measure">{m['exchange.export.embed']()}</p>
      <TextArea name="iframe" label={m['exchange.export.iframe']()} readOnly rows={2} defaultValue={frame} />
      <TextArea name="script" label={m['exchange.export.script']()} readOnly rows={2} defaultValue={script} />
    </section>
  )
}
