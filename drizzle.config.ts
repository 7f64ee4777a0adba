// drizzle-kit only drafts SQL (`npx drizzle-kit generate`); the migration that ships is written from it by hand:
// docs/decisions/0004-our-own-migrator.md
import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: './src/main/domain/*/tables.ts',
  out: './out/drafts',
})
