// SPDX-License-Identifier: Apache-2.0
// The parts of ECharts that pages use; docs/guides/assets.md says how the one file is made of them.
import { use, init, registerLocale } from "echarts/core";
import { BarChart, CustomChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import langVI from "echarts/i18n/langVI-obj.js";

use([BarChart, LineChart, CustomChart, GridComponent, MarkLineComponent, TooltipComponent, AriaComponent, SVGRenderer]);
registerLocale("VI", langVI);

export { init };
