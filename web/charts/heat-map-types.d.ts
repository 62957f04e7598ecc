import type { ControllerDatasetOptions, CoreChartOptions } from 'chart.js';

declare module 'chart.js' {
  interface ChartTypeRegistry {
    heatMap: {
      chartOptions: CoreChartOptions<'heatMap'>;
      datasetOptions: Partial<ControllerDatasetOptions> & {
        /** Numbers a row. */
        columns: number;
        /** The colours' ends are ±limit; else the largest number. */
        limit?: number;
        scheme?: 'light' | 'dark';
      };
      defaultDataPoint: number;
      metaExtensions: object;
      parsedDataType: { x: number; y: number; value: number };
      scales: 'linear';
    };
  }
}
