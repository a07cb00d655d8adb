import { strToU8, zip } from 'fflate'
import type { PublicEvent } from '#app/features/events/domain/events.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { markdownOf } from '../domain/markdown.ts'
import type { PublishedRecap } from '../domain/published-recap.server.ts'
import { kitDocx } from './kit-docx.server.ts'
import { captionLine, kitHtml } from './kit-html.server.tsx'
import { kitPdf } from './kit-pdf.server.tsx'
import { aroundText, type KitPicture, kitPictures, kitTexts } from './kit-source.server.ts'

type Files = Record<string, Uint8Array | [Uint8Array, { level: 0 }]>

const underWay = new Map<string, Promise<Uint8Array>>()

/**
 * Everything a newspaper needs, as a ZIP file: article and press release in each language as HTML, Markdown, DOCX and
 * PDF, and the pictures with their captions. Whoever asks while it is being made gets the same one.
 */
export function pressKit(event: PublicEvent, recap: PublishedRecap): Promise<Uint8Array> {
  const key = `${event.id} ${recap.number}`
  const made = underWay.get(key) ?? make(event, recap).finally(() => underWay.delete(key))
  underWay.set(key, made)
  return made
}

async function make(event: PublicEvent, recap: PublishedRecap): Promise<Uint8Array> {
  const pictures = await kitPictures(recap.content)
  const files: Files = {}
  for (const text of kitTexts(event, recap)) {
    const at = `${event.slug}/${text.locale}/${text.kind}`
    const pictureFile = (id: string) => `../${pictures.find((one) => one.id === id)?.file ?? ''}`
    files[`${at}.html`] = strToU8(kitHtml(text, pictures))
    files[`${at}.md`] = strToU8(markdownOf(text.words, { ...text, ...aroundText(text), pictureFile }))
    files[`${at}.docx`] = await kitDocx(text, pictures)
    files[`${at}.pdf`] = new Uint8Array(await kitPdf(text, pictures, event.accent))
  }
  // A JPEG does not get smaller.
  for (const one of pictures) files[`${event.slug}/${one.file}`] = [one.image, { level: 0 }]
  if (pictures.length > 0) files[`${event.slug}/pictures/captions.txt`] = strToU8(captions(pictures))
  return new Promise((resolve, reject) =>
    zip(files, { mtime: recap.publishedAt }, (error, bytes) => (error ? reject(error) : resolve(bytes))),
  )
}

/** What each picture shows and whose it is, in both languages, with the mark by which old programs know UTF-8. */
function captions(pictures: readonly KitPicture[]): string {
  const lines = pictures.map((one) =>
    [
      one.file.replace('pictures/', ''),
      `vi: ${captionLine(one, 'vi') || textIn(one.alt, 'vi')}`,
      `en: ${captionLine(one, 'en') || textIn(one.alt, 'en')}`,
    ].join('\r\n'),
  )
  return `\ufeff${lines.join('\r\n\r\n')}\r\n`
}
