import type { CoreChartOptions, ScriptableAndArrayOptions, ScriptableContext } from 'chart.js';

interface ArrowOptions {
  /** The colour of the head, and of the shaft unless it has its own. */
  backgroundColor: string;
  /** The colour of the shaft, where it is another. */
  borderColor: string;
  /** The width of the shaft in pixels. */
  borderWidth: number;
}

declare module 'chart.js' {
  interface ChartTypeRegistry {
    arrows: {
      chartOptions: CoreChartOptions<'arrows'>;
      datasetOptions: Partial<ScriptableAndArrayOptions<ArrowOptions, ScriptableContext<'arrows'>>> & {
        xAxisID?: string;
        yAxisID?: string;
        hidden?: boolean;
        order?: number;
        clip?: number | false;
      };
      defaultDataPoint: { x: number; y: number };
      metaExtensions: object;
      parsedDataType: { x: number; y: number };
      scales: 'linear';
    };
  }
}
