import { theme, type ThemeConfig } from 'antd'
import { fonts, type Palette } from './palette'

/**
 * antd's tokens from our palette: hairlines, small radii, no shadows but under what floats. Who wants less motion gets it
 * from the style sheet: antd's own switch would build the whole interface anew when it is turned.
 */
export function antdTheme(palette: Palette, appearance: 'light' | 'dark'): ThemeConfig {
  return {
    algorithm: appearance === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { prefix: 'ant' },
    hashed: false,
    token: {
      colorPrimary: palette.seal,
      colorLink: palette.cinnabar,
      colorLinkHover: palette.cinnabar,
      colorError: palette.cinnabar,
      colorWarning: palette.ochre,
      colorSuccess: palette.jade,
      colorInfo: palette.inkSoft,
      colorBgBase: palette.paper,
      colorTextBase: palette.ink,
      colorBgContainer: palette.raised,
      colorBgElevated: palette.raised,
      colorBgLayout: palette.paper,
      colorText: palette.ink,
      colorTextSecondary: palette.inkSoft,
      colorTextTertiary: palette.inkFaint,
      colorTextDescription: palette.inkFaint,
      colorTextPlaceholder: palette.inkFaint,
      colorTextDisabled: palette.inkFaint,
      colorBorder: palette.lineStrong,
      colorBorderSecondary: palette.line,
      colorSplit: palette.line,
      colorFillTertiary: palette.hover,
      colorFillQuaternary: palette.sunken,
      controlItemBgHover: palette.hover,
      controlItemBgActive: palette.selected,
      controlItemBgActiveHover: palette.selected,
      controlOutline: 'transparent',
      colorPrimaryHover: palette.cinnabar,
      colorBgMask: 'rgb(20 17 13 / 42%)',
      colorBgSpotlight: appearance === 'dark' ? palette.lineStrong : '#35302a',
      boxShadow: palette.shadow,
      boxShadowSecondary: palette.shadow,
      fontFamily: fonts.hei,
      fontSize: 14,
      lineHeight: 1.6,
      borderRadius: 4,
      borderRadiusLG: 6,
      borderRadiusSM: 3,
      controlHeight: 32,
      wireframe: false,
      motionDurationMid: '0.14s',
      motionDurationSlow: '0.2s',
    },
    components: {
      Button: {
        primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400, primaryColor: palette.onSeal,
        colorPrimaryHover: appearance === 'dark' ? '#c04d38' : '#9c3022', colorPrimaryActive: '#8a2a1d',
        defaultBg: 'transparent', defaultHoverColor: palette.ink, defaultHoverBorderColor: palette.inkFaint, defaultHoverBg: palette.hover,
        defaultActiveColor: palette.ink, defaultActiveBorderColor: palette.inkSoft,
      },
      Modal: { titleFontSize: 18, contentBg: palette.raised, headerBg: palette.raised },
      Input: { activeShadow: 'none', hoverBorderColor: palette.inkFaint, activeBorderColor: palette.cinnabar },
      Select: { optionSelectedBg: palette.selected, activeOutlineColor: 'transparent', hoverBorderColor: palette.inkFaint },
      Tag: { defaultBg: palette.sunken, defaultColor: palette.inkSoft },
      Segmented: { trackBg: palette.sunken, itemSelectedBg: palette.raised, itemColor: palette.inkSoft },
      Menu: { itemBg: 'transparent' },
      Checkbox: { borderRadiusSM: 2 },
    },
  }
}
