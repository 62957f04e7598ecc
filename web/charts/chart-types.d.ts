import type {
  ControllerDatasetOptions,
  CoreChartOptions,
  ScriptableAndArrayOptions,
  ScriptableContext,
} from 'chart.js';
import type { Dial } from './dials-controller.js';

interface ArrowOptions {
  /** The colour of the head, and of the shaft unless it has its own. */
  backgroundColor: string;
  /** The colour of the shaft, where it is another. */
  borderColor: string;
  /** The width of the shaft in pixels. */
  borderWidth: number;
}

interface DialOptions {
  /** Pixels. */
  radius: number;
  /** The colour of the hand. */
  backgroundColor: string;
  borderColor: string;
  borderWidth: number;
  /** The colour of the sector of a dial that makes less than a turn. */
  sectorColor: string;
}

declare module 'chart.js' {
  interface ChartTypeRegistry {
    arrows: {
      chartOptions: CoreChartOptions<'arrows'>;
      datasetOptions: Partial<ControllerDatasetOptions> &
        Partial<ScriptableAndArrayOptions<ArrowOptions, ScriptableContext<'arrows'>>>;
      defaultDataPoint: { x: number; y: number };
      metaExtensions: object;
      parsedDataType: { x: number; y: number };
      scales: 'linear';
    };
    dials: {
      chartOptions: CoreChartOptions<'dials'>;
      datasetOptions: Partial<ControllerDatasetOptions> &
        Partial<ScriptableAndArrayOptions<DialOptions, ScriptableContext<'dials'>>>;
      defaultDataPoint: Dial;
      metaExtensions: object;
      parsedDataType: Dial;
      scales: 'linear';
    };
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
