//! Files dropped onto the window by another program: XDND, the protocol by which programs on an X
//! display hand over what is dragged, spoken by the test as the program dragged from.

use std::path::Path;
use std::time::{Duration, Instant};
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt, CreateWindowAux, EventMask, PropMode,
    SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// How long the window may take to answer.
const PATIENCE: Duration = Duration::from_secs(15);

struct Atoms {
    aware: Atom,
    enter: Atom,
    position: Atom,
    status: Atom,
    drop: Atom,
    finished: Atom,
    selection: Atom,
    copy: Atom,
    uris: Atom,
    targets: Atom,
}

struct Drag {
    display: RustConnection,
    root: Window,
    source: Window,
    target: Window,
    atoms: Atoms,
    uris: String,
}

/// Drops files or folders onto a window of this name, at a place counted from its upper left corner.
pub(crate) fn drop_on(display: &str, name: &str, at: (i16, i16), paths: &[&Path]) {
    let (connection, screen) = x11rb::connect(Some(display)).unwrap();
    let root = connection.setup().roots[screen].root;
    let atom = |name: &str| {
        connection.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom
    };
    let atoms = Atoms {
        aware: atom("XdndAware"),
        enter: atom("XdndEnter"),
        position: atom("XdndPosition"),
        status: atom("XdndStatus"),
        drop: atom("XdndDrop"),
        finished: atom("XdndFinished"),
        selection: atom("XdndSelection"),
        copy: atom("XdndActionCopy"),
        uris: atom("text/uri-list"),
        targets: atom("TARGETS"),
    };
    let source = connection.generate_id().unwrap();
    connection
        .create_window(
            0,
            source,
            root,
            0,
            0,
            1,
            1,
            0,
            WindowClass::INPUT_ONLY,
            0,
            &CreateWindowAux::new(),
        )
        .unwrap();
    let uris: String =
        paths.iter().map(|path| format!("file://{}\r\n", escaped(&path.to_string_lossy()))).collect();
    let target = find(&connection, root, &atoms, name)
        .unwrap_or_else(|| panic!("no window {name:?} takes what is dropped"));
    let drag = Drag { display: connection, root, source, target, atoms, uris };
    drag.run(at);
}

/// The window of this title that speaks the protocol.
fn find(display: &RustConnection, root: Window, atoms: &Atoms, name: &str) -> Option<Window> {
    let mut open = vec![root];
    while let Some(window) = open.pop() {
        let property = |atom: Atom| {
            display.get_property(false, window, atom, AtomEnum::ANY, 0, 64).ok()?.reply().ok()
        };
        let aware = property(atoms.aware).is_some_and(|found| found.value_len > 0);
        let title = property(AtomEnum::WM_NAME.into()).map(|found| found.value).unwrap_or_default();
        if aware && title == name.as_bytes() {
            return Some(window);
        }
        if let Ok(tree) = display.query_tree(window).unwrap().reply() {
            open.extend(tree.children);
        }
    }
    None
}

fn escaped(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect()
}

impl Drag {
    fn run(&self, at: (i16, i16)) {
        let atoms = &self.atoms;
        self.display.set_selection_owner(self.source, atoms.selection, x11rb::CURRENT_TIME).unwrap();
        let place =
            self.display.translate_coordinates(self.target, self.root, at.0, at.1).unwrap().reply().unwrap();
        let xy = (u32::from(place.dst_x.cast_unsigned()) << 16)
            | u32::from(place.dst_y.cast_unsigned());
        self.tell(atoms.enter, [self.source, 5 << 24, atoms.uris, 0, 0]);
        // Programs ask for what is dragged while it moves over them.
        for _ in 0..3 {
            self.tell(atoms.position, [self.source, 0, xy, x11rb::CURRENT_TIME, atoms.copy]);
            self.answer_until(atoms.status);
            std::thread::sleep(Duration::from_millis(150));
        }
        self.tell(atoms.drop, [self.source, 0, x11rb::CURRENT_TIME, 0, 0]);
        self.answer_until(atoms.finished);
    }

    fn tell(&self, kind: Atom, data: [u32; 5]) {
        let message = ClientMessageEvent::new(32, self.target, kind, data);
        self.display.send_event(false, self.target, EventMask::NO_EVENT, message).unwrap();
        self.display.flush().unwrap();
    }

    /// Hands over what is asked for until the window has said this.
    fn answer_until(&self, kind: Atom) {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            match self.display.poll_for_event().unwrap() {
                Some(Event::SelectionRequest(request)) => self.hand_over(&request),
                Some(Event::ClientMessage(message)) if message.type_ == kind => return,
                Some(_) => {}
                None => std::thread::sleep(Duration::from_millis(10)),
            }
        }
        panic!("the window does not answer what is dragged over it");
    }

    fn hand_over(&self, request: &SelectionRequestEvent) {
        let (requestor, property) = (request.requestor, request.property);
        let known = if request.target == self.atoms.uris {
            self.display
                .change_property8(
                    PropMode::REPLACE,
                    requestor,
                    property,
                    request.target,
                    self.uris.as_bytes(),
                )
                .unwrap();
            true
        } else if request.target == self.atoms.targets {
            let targets = [self.atoms.uris];
            self.display
                .change_property32(PropMode::REPLACE, requestor, property, AtomEnum::ATOM, &targets)
                .unwrap();
            true
        } else {
            false
        };
        let answer = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: request.time,
            requestor,
            selection: request.selection,
            target: request.target,
            property: if known { property } else { x11rb::NONE },
        };
        self.display.send_event(false, requestor, EventMask::NO_EVENT, answer).unwrap();
        self.display.flush().unwrap();
    }
}
