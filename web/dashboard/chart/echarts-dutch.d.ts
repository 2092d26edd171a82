declare module 'echarts/i18n/langNL-obj.js' {
  const dutch: Parameters<typeof import('echarts/core').registerLocale>[1];
  export default dutch;
}
