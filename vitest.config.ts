import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          testTimeout: 20_000,
          include: ['tests/unit/**/*.test.ts', 'tests/conformance/**/*.test.ts'],
        },
      },
      // Reads the built site, so it runs after a build.
      { test: { name: 'site', include: ['tests/site/**/*.test.ts'] } },
    ],
  },
});
