/** `session.defaultSession`: who may ask for devices and the like. Without handlers everything is granted, as in Electron. */
type RequestHandler = (contents: unknown, permission: string, decide: (granted: boolean) => void) => void
type CheckHandler = (contents: unknown, permission: string) => boolean

let onRequest: RequestHandler | null = null
let onCheck: CheckHandler | null = null

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: RequestHandler | null): void => void (onRequest = handler),
    setPermissionCheckHandler: (handler: CheckHandler | null): void => void (onCheck = handler),
    setDevicePermissionHandler: (_handler: unknown): void => undefined,
  },
}

export const isGranted = (contents: unknown, permission: string): boolean => onCheck?.(contents, permission) ?? true

export function isGrantedOnRequest(contents: unknown, permission: string): Promise<boolean> {
  return new Promise((resolve) => (onRequest ? onRequest(contents, permission, resolve) : resolve(true)))
}
