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

/** The tools of a text with marks: a program of its own, for pages that hydrate and for those that do not. */
const proseEditor: Plugin = {
  name: 'prose-editor',
  buildStart() {
    if (this.environment.config.consumer !== 'client') return
    const id = '/app/ui/prose/prose-editor.ts'
    this.emitFile({ type: 'chunk', id, fileName: 'prose-editor.js', preserveSignature: 'strict' })
  },
  configureServer({ middlewares }) {
    middlewares.use((req, _, next) => {
      if (req.url === '/prose-editor.js') req.url = '/app/ui/prose/prose-editor.ts'
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
    proseEditor,
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
