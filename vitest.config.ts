import { defineConfig } from 'vitest/config'

export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    globalSetup: ['./tests/global-setup.ts'],
    setupFiles: ['./tests/setup.ts'],
    include: ['{app,db,emails,tests}/**/*.test.{ts,tsx}'],
    exclude: ['tests/bench/**'],
    pool: 'forks',
    // One worker a core: a file mostly waits for its database, its program or its browser.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for comes late on a busy machine, and no test is about how late.
    expect: { poll: { timeout: 15_000 } },
  },
})
