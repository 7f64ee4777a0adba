import type { z } from 'zod'

/** The input that a command declares, as a form fills it in: the request id is added when it is sent. */
export function withoutRequestId<S extends z.ZodRawShape>(procedure: {
  '~orpc': { inputSchema?: z.ZodObject<S> | undefined }
}) {
  const { inputSchema } = procedure['~orpc']
  if (!inputSchema) throw new Error('this command takes no input')
  return inputSchema.omit({ requestId: true } as never) as unknown as z.ZodObject<Omit<S, 'requestId'>>
}
