import type { ControllerDatasetOptions, CoreChartOptions } from 'chart.js';

declare module 'chart.js' {
  interface ChartTypeRegistry {
    /** Draws its `image`, an ImageData of the chart area's device pixels. */
    heatMap: {
      chartOptions: CoreChartOptions<'heatMap'>;
      datasetOptions: Partial<ControllerDatasetOptions> & { image?: ImageData };
      defaultDataPoint: number;
      metaExtensions: object;
      parsedDataType: object;
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
