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
    /** Draws a bar from zero for each of `values`, around its index. */
    rowProfile: {
      chartOptions: CoreChartOptions<'rowProfile'>;
      datasetOptions: Partial<ControllerDatasetOptions> & { values?: Float32Array; color?: string };
      defaultDataPoint: number;
      metaExtensions: object;
      parsedDataType: object;
      scales: 'linear';
    };
  }
}
