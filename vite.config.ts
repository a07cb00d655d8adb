import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'
import { joinedMessages, namedMessages } from './app/messages/message-modules.ts'
import remixConfig from './remix.config.js'

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true
  }
}

/** Programs of their own, for pages that hydrate and for those that do not: the tools of a text with marks, of questions, of an address. */
const programs: Record<string, string> = {
  'prose-editor.js': '/app/ui/prose/prose-editor.ts',
  'questions.js': '/app/features/questions/in-form.ts',
  'address-slip.js': '/app/features/registration/address-slip.ts',
}
const ownPrograms: Plugin = {
  name: 'own-programs',
  buildStart() {
    if (this.environment.config.consumer !== 'client') return
    for (const [fileName, id] of Object.entries(programs)) {
      this.emitFile({ type: 'chunk', id, fileName, preserveSignature: 'strict' })
    }
  },
  configureServer({ middlewares }) {
    middlewares.use((req, _, next) => {
      const own = programs[req.url?.slice(1) ?? '']
      if (own) req.url = own
      next()
    })
  },
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    paraglideVitePlugin({
      project: './app/messages/project.inlang',
      outdir: './app/paraglide',
      strategy: ['globalVariable', 'baseLocale'],
    }),
    isSsrBuild ? joinedMessages : namedMessages,
    remix(remixConfig),
    ownPrograms,
  ],
  // V8 keeps the text of a program in memory, at two bytes a letter when one of them is outside Latin-1: the server's is
  // small and plain, and its map tells the log where a line came from (app/shared/http/source-frames.server.ts).
  ...(isSsrBuild && { esbuild: { charset: 'ascii' } }),
  // Native: the dependency scan of the dev server cannot read it.
  optimizeDeps: { exclude: ['@resvg/resvg-js'] },
  build: {
    assetsInlineLimit: 0,
    minify: 'esbuild',
    sourcemap: isSsrBuild ? 'hidden' : false,
    // A page with texts of its own asked for 150 files of a few hundred bytes: small ones are put together.
    rollupOptions: {
      output: { experimentalMinChunkSize: 2_000, sourcemapExcludeSources: true },
    },
  },
}))
