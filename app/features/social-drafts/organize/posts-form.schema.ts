import * as z from 'zod/mini'
import { optionalText } from '#app/shared/forms/fields.ts'
import { locales, type SocialNetwork } from '#app/shared/vocabulary.ts'
import { fitsNetwork, networkRules } from '../domain/counted-length.ts'

// What no network takes is refused before it is counted.
const most = 63_206

/** A post that fits its network as that counts; empty, it follows the facts again. */
const post = (network: SocialNetwork) =>
  optionalText(most).check(
    z.superRefine((text, ctx) => {
      if (fitsNetwork(network, text)) return
      const { limit, count } = networkRules[network]
      ctx.addIssue({ code: 'custom', message: `posts.form.too-long?count=${count(text)}&limit=${limit}` })
    }),
  )

/** The posts of one thing in one language, by network. */
export const postsSchema = z.object({
  facebook: post('facebook'),
  x: post('x'),
  linkedin: post('linkedin'),
  instagram: post('instagram'),
  threads: post('threads'),
  zalo: post('zalo'),
  bluesky: post('bluesky'),
  mastodon: post('mastodon'),
})

/** What a page of posts is asked for by its address: what it does not know is as good as not there. */
export const postsChoice = z.object({
  about: z.catch(z.string().check(z.regex(/^(event|recap|session\/[0-9a-f-]{36})$/)), 'event'),
  language: z.catch(z.nullable(z.enum(locales)), null),
  /** A counted link by its id, '' for none of them; null where nothing was said. */
  link: z.catch(z.nullable(z.union([z.literal(''), z.uuid()])), null),
})
