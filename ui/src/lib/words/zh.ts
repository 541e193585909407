// Simplified Chinese.
import type { en } from "./en";

import { calendars } from "./zh/calendars";
import { create } from "./zh/create";
import { evidence } from "./zh/evidence";
import { forecast } from "./zh/forecast";
import { library } from "./zh/library";
import { intake } from "./zh/intake";
import { order } from "./zh/order";
import { parties } from "./zh/parties";
import { requirements } from "./zh/requirements";
import { search } from "./zh/search";
import { settings } from "./zh/settings";
import { shell } from "./zh/shell";
import { shipment } from "./zh/shipment";
import { shipments } from "./zh/shipments";
import { status } from "./zh/status";
import { times } from "./zh/times";
import { today } from "./zh/today";
import { versions } from "./zh/versions";
import { watch } from "./zh/watch";

export const zh = {
  calendars,
  create,
  evidence,
  forecast,
  library,
  intake,
  order,
  parties,
  requirements,
  search,
  settings,
  shell,
  shipment,
  shipments,
  status,
  times,
  today,
  versions,
  watch,
} satisfies typeof en;
