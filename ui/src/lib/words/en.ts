// English. `zh.ts` has the same keys or does not compile.

import { calendars } from "./en/calendars";
import { create } from "./en/create";
import { evidence } from "./en/evidence";
import { forecast } from "./en/forecast";
import { library } from "./en/library";
import { intake } from "./en/intake";
import { order } from "./en/order";
import { parties } from "./en/parties";
import { requirements } from "./en/requirements";
import { search } from "./en/search";
import { settings } from "./en/settings";
import { shell } from "./en/shell";
import { shipment } from "./en/shipment";
import { shipments } from "./en/shipments";
import { status } from "./en/status";
import { times } from "./en/times";
import { today } from "./en/today";
import { versions } from "./en/versions";
import { watch } from "./en/watch";

export const en = {
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
};
