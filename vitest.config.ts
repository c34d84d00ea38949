import { defineConfig } from 'vitest/config'

// One zone for every test: due dates and receipts are Vietnamese civil time whatever the machine says.
process.env['TZ'] = 'Asia/Ho_Chi_Minh'

// eslint-style rule "no default export" has this one exception: the file format is vitest's.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/property-seed.ts'],
    exclude: ['**/node_modules/**', 'tests/bench/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { requireAssertions: true },
    // One more than CI has cores: tests wait for servers and commands that they started.
    maxWorkers: 3,
  },
})
