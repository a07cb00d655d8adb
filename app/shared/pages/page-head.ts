import type { MetaDescriptor } from '@remix-run/react'
import type { Locale } from '#app/shared/vocabulary.ts'

/** What the head of a public page says; all addresses are absolute. Made on the server by `pageHead`. */
export type PageHead = {
  title: string
  description: string
  locale: Locale
  canonical: string
  alternates: { hrefLang: string; href: string }[]
  image: { url: string; alt: string }
  type: 'website' | 'article' | 'profile'
  feeds: { href: string; title: string; type: string }[]
  structured: Record<string, unknown>[]
}

const ogLocale = { vi: 'vi_VN', en: 'en_US' } as const

/** The tags for Remix's `meta`; the JSON-LD is escaped by Remix (`<` becomes \u003c). */
export function headTags(head: PageHead | undefined): MetaDescriptor[] {
  if (!head) return []
  const { title, description, canonical, image, locale } = head
  return [
    { title },
    { name: 'description', content: description },
    link({ rel: 'canonical', href: canonical }),
    ...head.alternates.map(({ hrefLang, href }) => link({ rel: 'alternate', hrefLang, href })),
    ...head.feeds.map((feed) => link({ rel: 'alternate', ...feed })),
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:url', content: canonical },
    { property: 'og:type', content: head.type },
    { property: 'og:site_name', content: 'Bàn Tròn' },
    { property: 'og:locale', content: ogLocale[locale] },
    { property: 'og:locale:alternate', content: ogLocale[locale === 'vi' ? 'en' : 'vi'] },
    { name: 'twitter:card', content: 'summary_large_image' },
    ...imageTags(image),
    ...head.structured.map((object) => ({ 'script:ld+json': object }) as MetaDescriptor),
  ]
}

function imageTags(image: { url: string; alt: string }): MetaDescriptor[] {
  return [
    { property: 'og:image', content: image.url },
    { property: 'og:image:width', content: '1200' },
    { property: 'og:image:height', content: '630' },
    { property: 'og:image:alt', content: image.alt },
    { name: 'twitter:image', content: image.url },
  ]
}

const link = (attributes: Record<string, string>): MetaDescriptor => ({ tagName: 'link', ...attributes })
