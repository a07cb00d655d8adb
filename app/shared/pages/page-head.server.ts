import { env } from '#app/shared/env.server.ts'
import { withoutMarksIn } from '#app/shared/i18n/kept-words.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { PageHead } from './page-head.ts'
import { inLanguage, publicPath } from './public-paths.ts'

/** An address of this installation; never built from a request. */
export function absolute(path: string): string {
  return `${env().APP_URL}${path}`
}

type Given = Partial<Omit<PageHead, 'locale' | 'canonical' | 'alternates' | 'image'>> & {
  locale: Locale
  path: string
  title: string
  description: string
  image?: { path: string; alt: string }
  /** Other sites may show it in a frame, and find out how by oEmbed. */
  isEmbeddable?: boolean
}

/** The head of a page that exists in both languages at the same path behind its language. */
export function pageHead({ path, image, description, isEmbeddable = false, ...given }: Given): PageHead {
  const inEach = (['vi', 'en'] as const).map((lang) => ({
    hrefLang: lang,
    href: absolute(inLanguage(path, lang)),
  }))
  const picture = image ?? { path: publicPath.houseImage(given.locale), alt: 'Bàn Tròn' }
  const neutral = path.replace(/^\/(vi|en)(?=\/|$)/, '') || '/'
  return withoutMarksIn({
    type: 'website',
    structured: [],
    ...given,
    feeds: [...(given.feeds ?? []), ...(isEmbeddable ? [oembedOf(path, given.title)] : [])],
    description: shorten(description),
    canonical: absolute(path),
    alternates: [...inEach, { hrefLang: 'x-default', href: absolute(neutral) }],
    image: { url: absolute(picture.path), alt: picture.alt },
  })
}

function oembedOf(path: string, title: string): PageHead['feeds'][number] {
  const href = absolute(`/oembed?format=json&url=${encodeURIComponent(absolute(path))}`)
  return { href, title, type: 'application/json+oembed' }
}

/** Search engines show some 160 characters: cut between words. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= 160) return line
  return `${line.slice(0, 159).replace(/\s+\S*$/, '')}…`
}
