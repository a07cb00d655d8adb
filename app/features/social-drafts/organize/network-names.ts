import type { SocialNetwork } from '#app/shared/vocabulary.ts'

/** Names of their own, the same in every language. */
export const networkNames: Record<SocialNetwork, string> = {
  facebook: 'Facebook',
  x: 'X',
  linkedin: 'LinkedIn',
  instagram: 'Instagram',
  threads: 'Threads',
  zalo: 'Zalo',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
}
