// The look of everything: colours of both schemes, type, density, and the style nonce that the content security policy asks for.
import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import { createTheme, CssBaseline, type Theme, ThemeProvider } from '@mui/material'
import { enUS, zhCN } from '@mui/material/locale'
import { enUS as gridEn, zhCN as gridZh } from '@mui/x-data-grid/locales'
import type { ReactNode } from 'react'
import type { Language } from '../../preload/contract/names/define.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
const cache = createCache({ key: 'css', prepend: true, ...(nonce ? { nonce } : {}) })

/** Where the user's choice of light, dark or system is kept: it belongs to this screen, not to the user. */
export const THEME_KEY = 'tradewind.theme'

// Words in each of these colours, also on a chip's tint and in a selected row, keep a contrast of 4.5 (WCAG AA).
const light = {
  primary: { main: '#0b6b73', dark: '#084f55', light: '#3c8d93', contrastText: '#ffffff' },
  secondary: { main: '#4a6572' },
  error: { main: '#ad2c23' },
  warning: { main: '#8f5500' },
  success: { main: '#1f6b3d' },
  info: { main: '#2a6f97' },
  background: { default: '#f3f6f7', paper: '#ffffff' },
  text: { primary: '#17262b', secondary: '#4f6066' },
  divider: '#dde5e7',
}
const dark = {
  primary: { main: '#5cc0c4', dark: '#3c9ca1', light: '#8ad6d9', contrastText: '#06262a' },
  secondary: { main: '#9db4bd' },
  error: { main: '#f49a90' },
  warning: { main: '#e2ab57' },
  success: { main: '#79c99a' },
  info: { main: '#7fbce0' },
  background: { default: '#0f171a', paper: '#162125' },
  text: { primary: '#e3ebed', secondary: '#a6b7bd' },
  divider: '#29373c',
}

const CHINESE = '"Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif'
/** English begins with a Latin face: the quotes, dots and dashes of Chinese ones are as wide as a sign. */
const fontFamilies: Record<Language, string> = {
  zh: CHINESE,
  en: `"Segoe UI","Helvetica Neue","Noto Sans","Liberation Sans","DejaVu Sans",${CHINESE}`,
}

const makeTheme = (language: Language): Theme =>
  createTheme(
    {
      cssVariables: { colorSchemeSelector: 'data-scheme' },
      colorSchemes: { light: { palette: light }, dark: { palette: dark } },
      shape: { borderRadius: 6 },
      typography: {
        fontFamily: fontFamilies[language],
        fontSize: 13,
        body1: { fontSize: 13 },
        body2: { fontSize: 13 },
        caption: { fontSize: 12 },
        h1: { fontSize: 22, fontWeight: 600 },
        h2: { fontSize: 18, fontWeight: 600 },
        h3: { fontSize: 15, fontWeight: 600 },
        h4: { fontSize: 14, fontWeight: 600 },
        h5: { fontSize: 13, fontWeight: 600 },
        h6: { fontSize: 13, fontWeight: 600 },
        button: { textTransform: 'none', fontWeight: 500 },
      },
      components: {
        MuiCssBaseline: {
          styleOverrides: {
            'html, body, #root': { height: '100%' },
            body: { fontVariantNumeric: 'tabular-nums', overflow: 'hidden' },
            '*': { scrollbarWidth: 'thin' },
          },
        },
        MuiButtonBase: {
          defaultProps: { disableRipple: true },
          styleOverrides: {
            root: { '&.Mui-focusVisible': { outline: '2px solid var(--mui-palette-primary-main)', outlineOffset: -2 } },
          },
        },
        MuiButton: { defaultProps: { size: 'small', disableElevation: true } },
        MuiIconButton: { defaultProps: { size: 'small' } },
        MuiTextField: { defaultProps: { size: 'small' } },
        MuiFormControl: { defaultProps: { size: 'small' } },
        MuiTooltip: { defaultProps: { enterDelay: 500, enterNextDelay: 200, disableInteractive: true } },
        MuiMenuItem: { defaultProps: { dense: true } },
        // Help is read where nothing can be typed, too.
        MuiFormHelperText: { styleOverrides: { root: { '&.Mui-disabled': { color: 'var(--mui-palette-text-secondary)' } } } },
        MuiListItemIcon: { styleOverrides: { root: { minWidth: 32 } } },
        MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
        MuiDialogTitle: { styleOverrides: { root: { fontSize: 16, fontWeight: 600, paddingBottom: 0 } } },
        // Room for the label above the first field's frame.
        MuiDialogContent: { styleOverrides: { root: { '.MuiDialogTitle-root + &': { paddingTop: 8 } } } },
      },
    },
    language === 'zh' ? zhCN : enUS,
    language === 'zh' ? gridZh : gridEn,
  )

const themes: Record<Language, Theme> = { zh: makeTheme('zh'), en: makeTheme('en') }

export const Look = ({ language, children }: { language: Language; children: ReactNode }) => (
  <CacheProvider value={cache}>
    <ThemeProvider theme={themes[language]} defaultMode="system" modeStorageKey={THEME_KEY} noSsr disableTransitionOnChange>
      <CssBaseline />
      {children}
    </ThemeProvider>
  </CacheProvider>
)
