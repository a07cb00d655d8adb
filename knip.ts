import { readFileSync } from 'node:fs'
import type { KnipConfig } from 'knip'

/** The route map names its modules by path, which no import shows. */
const routes = [
  ...['app/routes.ts', 'app/event-desk-routes.ts', 'app/initiative-desk-routes.ts', 'app/personal-routes.ts']
    .map((file) => readFileSync(file, 'utf8'))
    .join()
    .matchAll(/'((?:features|organize|public)\/[^']+\.tsx?)'/g),
].map(([, file]) => `app/${file}`)

export default {
  entry: [
    ...routes,
    'app/entry.{client,server}.tsx',
    'app/server/{start,build}.mjs',
    'tests/architecture.ts',
    'tests/bench/{main,bare/bare-streams}.ts',
    'tests/screenshots/take.ts',
    'public/*.js',
    'app/features/questions/in-form.ts',
    'app/features/registration/address-slip.ts',
    'app/ui/prose/prose-editor.ts',
  ],
  project: ['{app,db,emails,tests}/**/*.{ts,tsx,mjs}'],
  ignoreExportsUsedInFile: true,
  // One value may carry two names where it means two things.
  exclude: ['duplicates'],
  ignoreDependencies: [
    // Read as files: fonts by their path, what a configuration or a launcher names.
    /^@(embedpdf|expo-google-fonts|fontsource|fontsource-variable)\//,
    '@inlang/plugin-message-format',
    // Its files of land are read by their path (`npm run land`).
    'world-atlas',
    '@biomejs/biome',
    // Started as a program by the benches.
    'autocannon',
    // What Remix itself asks for beside it.
    'remix',
    '@types/smtp-server',
  ],
} satisfies KnipConfig
