import type { CoreChartOptions } from 'chart.js';

declare module 'chart.js' {
  interface ChartTypeRegistry {
    dials: {
      chartOptions: CoreChartOptions<'dials'>;
      datasetOptions: { radius: number; xAxisID?: string; yAxisID?: string };
      defaultDataPoint: { x: number; y: number };
      metaExtensions: object;
      parsedDataType: { x: number; y: number };
      scales: 'linear';
    };
  }
}
