/** A file of its own, read in only where it is dark: naive-ui's dark theme carries every component's. */
export { darkTheme } from 'naive-ui'
