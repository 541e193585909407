// Where the window is, kept in the part of the address after `#`.

export const tabs = [
  "overview",
  "checklist",
  "delivery",
  "documents",
  "communication",
  "report",
] as const;
export type Tab = (typeof tabs)[number];

/** What is being done with a requirement: changed, written anew for a pack, or copied into one. */
export type Editing = { mode: "edit" } | { mode: "new" } | { mode: "copy"; into: string };

/** A document may be shown with one of its files, open at a page. */
export type Route =
  | { page: "shipments" }
  | { page: "today" }
  | { page: "new" }
  | { page: "shipment"; id: string; tab: Tab; item?: string }
  | { page: "evidence"; item?: string; file?: string; at?: number }
  | { page: "search"; text?: string }
  | { page: "requirements"; item?: string; editing?: Editing }
  | { page: "versions"; item?: string }
  | { page: "calendars"; item?: string }
  | { page: "times" }
  | { page: "watch"; item?: string }
  | { page: "history" }
  | { page: "settings" };

export type Page = Route["page"];

/** The place that an address names; the list of shipments when it names none. */
export function parse(hash: string): Route {
  const [page, ...rest] = hash.replace(/^#\/?/, "").split("/").map(decode);
  const item = (text: string | undefined) => (text ? { item: text } : {});
  switch (page) {
    case "today":
    case "new":
    case "history":
    case "settings":
    case "times":
      return { page };
    case "calendars":
    case "versions":
    case "watch":
      return { page, ...item(rest[0]) };
    case "evidence": {
      const [subject, file, at] = rest;
      if (!subject || !file) return { page, ...item(subject) };
      return { page, item: subject, file, ...(Number(at) >= 1 ? { at: Number(at) } : {}) };
    }
    case "search":
      return { page, ...(rest[0] ? { text: rest[0] } : {}) };
    case "requirements": {
      const editing = rest[0] ? editingOf(rest[1], rest[2]) : undefined;
      return { page, ...item(rest[0]), ...(editing ? { editing } : {}) };
    }
    case "shipment": {
      const [id, tab, subject] = rest;
      if (!id) return { page: "shipments" };
      return { page, id, tab: tabs.find((known) => known === tab) ?? "overview", ...item(subject) };
    }
    default:
      return { page: "shipments" };
  }
}

/** The address of a place. */
export function href(route: Route): string {
  const parts: string[] = [route.page];
  if (route.page === "shipment") parts.push(route.id, route.tab);
  if ("item" in route && route.item) parts.push(route.item);
  if (route.page === "evidence" && route.item && route.file) {
    parts.push(route.file);
    if (route.at) parts.push(String(route.at));
  }
  if (route.page === "search" && route.text) parts.push(route.text);
  if (route.page === "requirements" && route.item && route.editing) {
    parts.push(route.editing.mode);
    if (route.editing.mode === "copy") parts.push(route.editing.into);
  }
  return `#/${parts.map(encodeURIComponent).join("/")}`;
}

function editingOf(mode: string | undefined, into: string | undefined): Editing | undefined {
  if (mode === "edit" || mode === "new") return { mode };
  return mode === "copy" && into ? { mode, into } : undefined;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

class Router {
  current = $state.raw<Route>({ page: "shipments" });
  /** Where the user wants to go while something unsaved holds the page. */
  wanted = $state.raw<Route>();
  #held: () => boolean = () => false;

  /** Follows the address. Returns how to stop. */
  follow(): () => void {
    const read = () => {
      const next = parse(location.hash);
      if (href(next) !== href(this.current) && this.#held()) {
        this.wanted = next;
        history.replaceState(null, "", href(this.current));
      } else this.current = next;
    };
    this.current = parse(location.hash);
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }

  /** Opens with a page where the address names none. */
  open(page: "shipments" | "today"): void {
    if (/^#?\/?$/.test(location.hash)) this.replace({ page });
  }

  /** Goes to a place. */
  go(route: Route): void {
    location.hash = href(route);
  }

  /** Asks before the page is left, while `held` says so. Returns how to stop. */
  hold(held: () => boolean): () => void {
    this.#held = held;
    return () => {
      if (this.#held === held) this.#held = () => false;
      this.wanted = undefined;
    };
  }

  /** Goes where the user wanted, whatever is unsaved. */
  leave(): void {
    const { wanted } = this;
    this.wanted = undefined;
    this.#held = () => false;
    if (wanted) this.go(wanted);
  }

  /** Goes to a place without a step in the way back: for what is chosen within a page. */
  replace(route: Route): void {
    history.replaceState(null, "", href(route));
    this.current = route;
  }

  /** The same where choosing would lose what is unsaved: asks first. */
  choose(route: Route): void {
    if (href(route) === href(this.current)) return;
    if (this.#held()) this.wanted = route;
    else this.replace(route);
  }
}

export const router = new Router();
