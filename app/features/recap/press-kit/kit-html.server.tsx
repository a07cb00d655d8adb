import { renderToStaticMarkup } from 'react-dom/server'
import { m } from '#app/paraglide/messages.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pictureAt } from '../domain/rich-text.ts'
import { RichText } from '../rich-text-view.tsx'
import type { KitPicture, KitText } from './kit-source.server.ts'

const style = `body{font:1.0625rem/1.6 "Be Vietnam Pro",system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1a1c23;background:#fff}
h1{font-size:1.9rem;line-height:1.25}h2{font-size:1.3rem}img{max-width:100%;height:auto}figure{margin:1.5rem 0}
blockquote{margin:0;padding-left:1rem;border-left:3px solid currentColor;font-size:1.15rem}figcaption,.meta{color:#454852;font-size:.9rem}.lead{font-size:1.2rem}`

/** A text of the kit as one HTML file; its pictures lie beside it. */
export function kitHtml(text: KitText, pictures: readonly KitPicture[]): string {
  const { locale, words, event } = text
  const files = new Map(pictures.map((one) => [one.id, `../${one.file}`]))
  const body = renderToStaticMarkup(
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words.title}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own fixed words */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <p className="meta">{text.label}</p>
        <h1>{words.title}</h1>
        {words.lead && <p className="lead">{words.lead}</p>}
        <p className="meta">
          {text.kind === 'press-release' ? text.dateline : `${event.days} · ${event.place}`}
        </p>
        <RichText
          content={text.content}
          doc={words.doc}
          locale={locale}
          pictureOf={(node) => {
            const picture = pictureAt(text.content, node)
            const src = picture && files.get(picture.id)
            return (
              picture &&
              src && (
                <figure>
                  <img
                    src={src}
                    alt={textIn(picture.alt, locale)}
                    width={picture.width}
                    height={picture.height}
                  />
                  <figcaption>{captionLine(picture, locale)}</figcaption>
                </figure>
              )
            )
          }}
        />
        <hr />
        <p className="meta">
          {event.title}
          <br />
          {event.hosts}
          {text.contact && (
            <>
              <br />
              {m['recap.kit.contact']({}, { locale })} <a href={`mailto:${text.contact}`}>{text.contact}</a>
            </>
          )}
        </p>
      </body>
    </html>,
  )
  return `<!doctype html>\n${body}\n`
}

/** "At the table. © VFDA": what stands below a picture. */
export function captionLine(
  { caption, credit }: Pick<KitPicture, 'caption' | 'credit'>,
  locale: KitText['locale'],
) {
  const whose = textIn(credit, locale)
  return [textIn(caption, locale), whose && `© ${whose}`].filter(Boolean).join(' ')
}
