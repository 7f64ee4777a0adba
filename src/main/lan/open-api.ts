/** The document of the integration API, made from the contract when first asked for. */
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '../../contract/index.ts'

export function openApiDocument(version: string, cookie: string) {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  return generator.generate(contract, {
    info: {
      title: 'Guitai',
      version,
      description:
        'Everything that the screens can do. Sign in with POST /session and send the cookie along. Money is in minor units, ' +
        'unit prices in 1/10,000 of the currency, quantities in 1/1,000 of the unit, times in milliseconds UTC.',
    },
    servers: [{ url: '/api' }],
    security: [{ session: [] }],
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookie } } },
  })
}
