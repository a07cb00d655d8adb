import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
// @ts-expect-error The package brings no types.
import subset from 'subset-font'
import { ownLetters } from './own-letters.mjs'

/**
 * Draws the four fonts of the pages from the whole ones (`npm run fonts`): one file a weight holds what Vietnamese and
 * English are written with, without the hints that screens of today do not read. The other letters of Europe stay in
 * the files of the packages, which a browser fetches when a name needs one.
 */
const require = createRequire(import.meta.url)
const fonts = {
  'sans-400': '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  'sans-600': '@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf',
  'serif-400': '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'serif-600': '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
}
for (const [name, source] of Object.entries(fonts)) {
  const whole = readFileSync(require.resolve(source))
  const drawn = await subset(whole, ownLetters, {
    targetFormat: 'woff2',
    noHinting: true,
    noLayoutClosure: true,
  })
  writeFileSync(fileURLToPath(new URL(`${name}.woff2`, import.meta.url)), drawn)
  console.log(`${name}: ${drawn.length} bytes`)
}
