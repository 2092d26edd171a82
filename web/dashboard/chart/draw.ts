import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, registerLocale, use, type EChartsCoreOption } from 'echarts/core';
import dutch from 'echarts/i18n/langNL-obj.js';
import { SVGRenderer } from 'echarts/renderers';
import { spoken, type ChartData } from './chart-data.js';

use([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);
registerLocale('NL', dutch);

/** Each differs from the others in lightness as well; patterns do the rest. */
const colours = ['#0f5c4a', '#e0a030', '#5b9bd5', '#7a2e6e'];
const ink = '#16211d';
const line = '#cfd8d3';
const rowPixels = { STACKED: 30, BESIDE: 18 } as const;

/** Draws bars in a place as wide as it is, and again when that changes. Gives what takes them away. */
export function draw(place: HTMLElement, chart: ChartData): () => void {
  const drawing = init(place, null, {
    renderer: 'svg',
    locale: 'NL',
    width: place.clientWidth,
    height: heightOf(chart),
  });
  for (const emptied of [place, place.querySelector('svg')]) if (emptied) emptyWithoutText(emptied);
  drawing.setOption(optionsOf(chart, place.clientWidth));
  const watching = new ResizeObserver(() => {
    if (place.clientWidth === drawing.getWidth()) return;
    drawing.resize({ width: place.clientWidth, height: heightOf(chart) });
    drawing.setOption(optionsOf(chart, place.clientWidth));
  });
  watching.observe(place);
  return () => {
    watching.disconnect();
    drawing.dispose();
  };
}

/** The library empties what it drew by innerHTML, which the policy of the page takes from nobody: the same without text. */
function emptyWithoutText(element: Element): void {
  Object.defineProperty(element, 'innerHTML', { configurable: true, set: () => element.replaceChildren() });
}

function heightOf({ labels, series, isStacked }: ChartData): number {
  const perRow = isStacked ? rowPixels.STACKED : rowPixels.BESIDE * series.length + 8;
  return labels.length * perRow + 40 + 26 * series.length;
}

/** Nothing moves, so that there is no motion to be reduced. */
function optionsOf(chart: ChartData, width: number): EChartsCoreOption {
  const { labels, series, isStacked } = chart;
  const text = { color: ink, fontFamily: "'Source Sans 3', sans-serif", fontSize: 15 };
  return {
    animation: false,
    aria: { enabled: true, label: { description: spoken(chart) }, decal: { show: series.length > 1 } },
    color: colours,
    textStyle: text,
    legend: {
      show: series.length > 1,
      orient: 'vertical',
      left: 0,
      top: 0,
      selectedMode: false,
      textStyle: { ...text, width: width - 60, overflow: 'truncate' },
    },
    grid: {
      left: 8,
      right: 48,
      bottom: 8,
      top: series.length > 1 ? 26 * series.length + 8 : 8,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { ...text, formatter: numberText, hideOverlap: true },
      splitLine: { lineStyle: { color: line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...labels],
      axisTick: { show: false },
      axisLabel: { ...text, interval: 0, width: Math.min(340, width * 0.4), overflow: 'truncate' },
    },
    series: series.map(({ title, values }) => ({
      type: 'bar',
      name: title,
      data: values.map((value) => value ?? '-'),
      ...(isStacked && { stack: 'alles' }),
      barMaxWidth: 20,
      silent: true,
      label: {
        show: !isStacked,
        position: 'right',
        ...text,
        formatter: ({ value }: { value: unknown }) => numberText(value),
      },
    })),
  };
}

function numberText(value: unknown): string {
  return typeof value === 'number' ? value.toLocaleString('nl-NL') : '';
}
