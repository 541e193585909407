import { browse } from "./requirements/browse";
import { condition } from "./requirements/condition";
import { effects } from "./requirements/effects";
import { form } from "./requirements/form";
import { importing } from "./requirements/importing";
import { packs } from "./requirements/packs";

export const requirements = { ...browse, condition, effects, form, importing, packActions: packs };
