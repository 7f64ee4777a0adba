/** One accent, four meanings, warm greys (LOOK.md). Every pair of text and ground here meets WCAG AA. */
export interface Tokens {
  readonly ground: string
  readonly surface: string
  readonly surface2: string
  readonly line: string
  readonly border: string
  readonly text: string
  readonly text2: string
  readonly text3: string
  readonly accent: string
  readonly accentHover: string
  readonly accentPressed: string
  readonly onAccent: string
  readonly accentSoft: string
  readonly done: string
  readonly waiting: string
  readonly bad: string
  readonly badText: string
  readonly badSoft: string
  readonly waitingSoft: string
  readonly moving: string
}

export const light: Tokens = {
  ground: '#F7F5F2',
  surface: '#FFFFFF',
  surface2: '#F1EEEA',
  line: '#E4E0DA',
  border: '#8F887E',
  text: '#1F1D1A',
  text2: '#524E49',
  text3: '#68635C',
  accent: '#0F766E',
  accentHover: '#0D655E',
  accentPressed: '#0A524C',
  onAccent: '#FFFFFF',
  accentSoft: '#E3F1EF',
  done: '#166534',
  waiting: '#A84E08',
  bad: '#B91C1C',
  badText: '#991B1B',
  badSoft: '#FDECEC',
  waitingSoft: '#FDF3E3',
  moving: '#1D4ED8',
}

export const dark: Tokens = {
  ground: '#191816',
  surface: '#211F1D',
  surface2: '#2C2A27',
  line: '#3B3834',
  border: '#8A847B',
  text: '#F3F1ED',
  text2: '#CAC5BD',
  text3: '#A8A29A',
  accent: '#2DD4BF',
  accentHover: '#5EEAD4',
  accentPressed: '#1FB8A5',
  onAccent: '#06302B',
  accentSoft: '#173733',
  done: '#6EE7A0',
  waiting: '#FBBF24',
  bad: '#F87171',
  badText: '#FCA5A5',
  badSoft: '#3B1F1F',
  waitingSoft: '#3A2E17',
  moving: '#93C5FD',
}
