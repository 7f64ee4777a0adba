/** vue-tsc reads .vue files themselves; plain TypeScript, which lint works with, learns here that they are components. */
declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent
  export default component
}
