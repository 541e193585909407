//! A display with a window manager, the program in it, and what a person does.

use fantoccini::elements::Element;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// The day every journey takes place on.
const TODAY: &str = "2026-11-24";
/// How long anything may take to show up.
const PATIENCE: Duration = Duration::from_secs(30);

/// A display with a window manager: without one, native dialogs get no keyboard.
pub(crate) struct Display {
    server: Child,
    manager: Child,
    name: String,
}

impl Display {
    pub(crate) fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed by `make test`");
        let mut line = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let name = format!(":{}", line.trim());
        let manager = Command::new("dbus-run-session")
            .args(["--", "openbox"])
            .env("DISPLAY", &name)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("openbox is installed by `make test`");
        Self { server, manager, name }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        for child in [&mut self.manager, &mut self.server] {
            drop(child.kill());
            drop(child.wait());
        }
    }
}

fn program() -> PathBuf {
    let tests = std::env::current_exe().unwrap();
    let program = tests.parent().unwrap().parent().unwrap().join("shipshape-desktop");
    assert!(program.exists(), "build it first: cargo build --workspace");
    program
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// The program's window.
pub(crate) struct Window {
    pub(crate) page: Client,
    driver: Child,
    display: String,
    port: u16,
    session: String,
}

impl Window {
    pub(crate) async fn open(display: &Display, workspace: &Path) -> Self {
        let port = free_port();
        let driver = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("DISPLAY", &display.name)
            .env("GDK_BACKEND", "x11")
            .env("GTK_USE_PORTAL", "0")
            .env("LANG", "C.UTF-8")
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("SHIPSHAPE_WORKSPACE", workspace)
            .env("SHIPSHAPE_TODAY", TODAY)
            .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("webkit2gtk-driver is installed by `make test`");
        let mut capabilities = Capabilities::new();
        capabilities
            .insert("webkitgtk:browserOptions".into(), json!({ "binary": program(), "args": [] }));
        // Every step waits for what it needs to see, so the driver need not wait for a load.
        capabilities.insert("pageLoadStrategy".into(), json!("none"));
        let address = format!("http://127.0.0.1:{port}");
        let mut tries = 0;
        let page = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match builder.capabilities(capabilities.clone()).connect(&address).await {
                Ok(page) => break page,
                Err(error) => {
                    tries += 1;
                    assert!(tries < 40, "no session with the window: {error}");
                    tokio::time::sleep(Duration::from_millis(500)).await;
                }
            }
        };
        let session = page.session_id().await.unwrap().expect("the window has a session");
        Self { page, driver, display: display.name.clone(), port, session }
    }

    /// Closes the window, as at the end of a day, and waits until the program has ended.
    pub(crate) async fn close(self) {
        eprintln!("close");
        let programs = self.programs();
        assert!(!programs.is_empty(), "the program runs until its window is closed");
        let search = ["search", "--onlyvisible", "--name", "^Shipshape$"];
        self.xdotool(&[&search[..], &["windowactivate", "--sync"]].concat());
        for press in 0..3 {
            // To the window manager, not to the window. It misses a key now and then while it is
            // still busy with the size of a window; a person presses again.
            if press > 0 {
                eprintln!("press again");
            }
            self.xdotool(&["key", "--clearmodifiers", "alt+F4"]);
            for _ in 0..40 {
                if !programs.iter().any(|program| runs(program)) {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
        panic!("the program does not end when its window is closed");
    }

    /// The processes that the driver started.
    fn programs(&self) -> Vec<String> {
        let driver = self.driver.id();
        let children = format!("/proc/{driver}/task/{driver}/children");
        let children = std::fs::read_to_string(children).unwrap_or_default();
        children.split_whitespace().map(str::to_owned).collect()
    }

    /// Fails with what the page says, and leaves a picture of it.
    async fn give_up(&self, why: &str) -> ! {
        let picture = std::env::temp_dir().join("shipshape-e2e.png");
        let shot = tokio::time::timeout(Duration::from_secs(10), self.page.screenshot()).await;
        if let Ok(Ok(bytes)) = shot {
            drop(std::fs::write(&picture, bytes));
        }
        let text = self.text("body").await;
        panic!("{why}; picture: {}; the page says:\n{text}", picture.display());
    }

    /// Waits for an element.
    pub(crate) async fn see(&self, css: &str) -> Element {
        // Shown when the test fails: the steps that led there.
        eprintln!("see {css}");
        let end = std::time::Instant::now() + PATIENCE;
        while !self.is_there(css).await {
            if std::time::Instant::now() > end {
                self.give_up(&format!("{css} does not show up")).await;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        match self.page.find(Locator::Css(css)).await {
            Ok(element) => element,
            Err(error) => self.give_up(&format!("{css} is gone again ({error})")).await,
        }
    }

    pub(crate) async fn click(&self, css: &str) {
        for _ in 0..20 {
            let element = self.see(css).await;
            if element.click().await.is_ok() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        self.give_up(&format!("{css} cannot be clicked")).await;
    }

    /// Presses what a click of the pointer may not reach, such as the choice behind a label.
    pub(crate) async fn press(&self, css: &str) {
        self.see(css).await;
        self.script(&format!("document.querySelector({css:?}).click()")).await;
    }

    /// Goes to the first shipment of the sidebar.
    pub(crate) async fn open_shipment(&self) {
        let link = "a[href^='#/shipment/']";
        self.see(link).await;
        self.script(&format!(
            "location.hash = document.querySelector({link:?}).getAttribute('href')"
        ))
        .await;
        self.see("[data-testid=tab-overview]").await;
    }

    /// Clicks without waiting for the page's answer: a native dialog is about to open.
    pub(crate) async fn click_for_dialog(&self, css: &str) {
        self.see(css).await;
        let script = format!("setTimeout(() => document.querySelector({css:?}).click(), 50)");
        self.page.execute(&script, Vec::new()).await.unwrap();
    }

    /// Replaces what stands in a field.
    pub(crate) async fn fill(&self, css: &str, text: &str) {
        let field = self.see(css).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    pub(crate) async fn text(&self, css: &str) -> String {
        let said = format!("return document.querySelector({css:?})?.innerText ?? ''");
        self.script(&said).await.as_str().unwrap_or_default().to_owned()
    }

    pub(crate) async fn is_there(&self, css: &str) -> bool {
        self.script(&format!("return document.querySelector({css:?}) !== null")).await == true
    }

    /// Waits until something has gone.
    pub(crate) async fn gone(&self, css: &str) {
        for _ in 0..100 {
            if !self.is_there(css).await {
                return;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        self.give_up(&format!("{css} is still there")).await;
    }

    /// Waits until the page says something.
    pub(crate) async fn says(&self, words: &str) {
        eprintln!("says {words}");
        for _ in 0..100 {
            if self.text("body").await.contains(words) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        self.give_up(&format!("the page does not say {words:?}")).await;
    }

    /// Waits until a part of the page says something.
    pub(crate) async fn says_in(&self, css: &str, words: &str) {
        eprintln!("{css} says {words}");
        for _ in 0..100 {
            if self.text(css).await.contains(words) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        self.give_up(&format!("{css} does not say {words:?}")).await;
    }

    /// Waits until a file is there.
    pub(crate) async fn appears(&self, file: &Path) {
        for _ in 0..100 {
            if file.exists() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        self.give_up(&format!("{} does not appear", file.display())).await;
    }

    /// Asks the page. The driver loses an answer now and then while a page changes, and a client
    /// that keeps one connection then waits for it for ever: so each question has its own
    /// connection, and one that stays without an answer is asked again.
    pub(crate) async fn script(&self, script: &str) -> serde_json::Value {
        for _ in 0..6 {
            if let Some(answer) = self.asked("sync", script, Duration::from_secs(5)).await {
                return answer;
            }
            eprintln!("no answer to {script}");
        }
        panic!("the page does not answer {script}");
    }

    async fn asked(&self, how: &str, script: &str, wait: Duration) -> Option<serde_json::Value> {
        let body = json!({ "script": script, "args": [] }).to_string();
        let request = format!(
            "POST /session/{}/execute/{how} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.session,
            body.len()
        );
        let asked = async {
            let mut driver = TcpStream::connect(("127.0.0.1", self.port)).await.ok()?;
            driver.write_all(request.as_bytes()).await.ok()?;
            let mut answer = Vec::new();
            driver.read_to_end(&mut answer).await.ok()?;
            let answer = String::from_utf8_lossy(&answer).into_owned();
            let (head, body) = answer.split_once("\r\n\r\n")?;
            assert!(head.contains(" 200 "), "the page refuses {script}: {body}");
            Some(serde_json::from_str::<serde_json::Value>(body).ok()?["value"].clone())
        };
        tokio::time::timeout(wait, asked).await.ok().flatten()
    }

    /// Presses keys in a field.
    pub(crate) async fn page_keys(&self, css: &str, keys: &str) {
        self.see(css).await.send_keys(keys).await.unwrap();
    }

    /// Chooses by the value of an option.
    pub(crate) async fn choose(&self, css: &str, value: &str) {
        self.see(css).await.select_by_value(value).await.unwrap();
    }

    /// Waits for the answer of a script that calls its last argument when it is done.
    pub(crate) async fn ask(&self, script: &str) -> serde_json::Value {
        eprintln!("ask");
        for _ in 0..3 {
            if let Some(answer) = self.asked("async", script, Duration::from_secs(20)).await {
                return answer;
            }
            eprintln!("no answer");
        }
        panic!("the page does not answer");
    }

    /// Chooses one of the settings shown as a row of choices.
    pub(crate) async fn set(&self, value: &str) {
        let choice = format!("[role=radiogroup] input[value={value:?}]");
        self.see(&choice).await;
        self.script(&format!("document.querySelector({choice:?}).click()")).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
    }

    /// Gives the page this size.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        eprintln!("resize to {width} by {height}");
        let (width, height) = (width.to_string(), height.to_string());
        let search = ["search", "--onlyvisible", "--name", "^Shipshape$"];
        self.xdotool(&[&search[..], &["windowsize", &width, &height]].concat());
        tokio::time::sleep(Duration::from_millis(300)).await;
    }

    /// Goes to a page by its address.
    pub(crate) async fn go(&self, hash: &str) {
        eprintln!("go to {hash}");
        self.script(&format!("location.hash = {hash:?}")).await;
    }

    /// Takes in what the review of files shows.
    pub(crate) async fn accept_review(&self) {
        self.click("[data-testid=review-accept]").await;
        self.gone("[data-testid=review-accept]").await;
    }

    /// Drops files or folders onto the middle of the window.
    pub(crate) fn drop_files(&self, paths: &[&Path]) {
        eprintln!("drop {paths:?}");
        crate::drop::drop_on(&self.display, "Shipshape", (600, 400), paths);
    }

    /// Presses a key, as a person at the keyboard would.
    pub(crate) fn press_key(&self, key: &str) {
        eprintln!("key {key}");
        self.xdotool(&["key", "--clearmodifiers", key]);
    }

    /// Copies a picture, as another program would, and pastes it into the window.
    pub(crate) fn paste_picture(&self, picture: &Path) {
        eprintln!("paste {picture:?}");
        let copied = Command::new("xclip")
            .args(["-selection", "clipboard", "-t", "image/png", "-i"])
            .arg(picture)
            .env("DISPLAY", &self.display)
            .status()
            .expect("xclip is installed by `make test`");
        assert!(copied.success());
        let search = ["search", "--onlyvisible", "--name", "^Shipshape$"];
        self.xdotool(&[&search[..], &["windowactivate", "--sync"]].concat());
        self.xdotool(&["key", "--clearmodifiers", "ctrl+v"]);
    }

    /// Types a path into the native dialog that opens a file, and confirms it.
    pub(crate) async fn open_dialog(&self, title: &str, path: &Path) {
        self.dialog(title, path, "ctrl+l").await;
    }

    /// Types a path over the name proposed in the native dialog that saves, and confirms it.
    pub(crate) async fn save_dialog(&self, title: &str, path: &Path) {
        self.dialog(title, path, "ctrl+a").await;
    }

    /// Leaves a picture of the display.
    pub(crate) fn picture(&self, path: &Path) {
        let taken = Command::new("import")
            .args(["-display", &self.display, "-window", "root"])
            .arg(path)
            .status();
        assert!(taken.is_ok_and(|status| status.success()), "ImageMagick takes the picture");
    }

    /// Does something on the display, as a person with keyboard and pointer would.
    fn xdotool(&self, arguments: &[&str]) -> std::process::Output {
        Command::new("xdotool")
            .args(arguments)
            .env("DISPLAY", &self.display)
            .output()
            .expect("xdotool is installed by `make test`")
    }

    async fn dialog(&self, title: &str, path: &Path, first: &str) {
        let xdotool = |arguments: &[&str]| self.xdotool(arguments);
        let mut found = String::new();
        for _ in 0..100 {
            let output = xdotool(&["search", "--onlyvisible", "--name", title]);
            found = String::from_utf8_lossy(&output.stdout).trim().to_owned();
            if !found.is_empty() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        let window = found.lines().last().unwrap_or_default().to_owned();
        assert!(!window.is_empty(), "no dialog {title:?} opened");
        tokio::time::sleep(Duration::from_millis(700)).await;
        xdotool(&["windowactivate", "--sync", &window]);
        xdotool(&["key", "--clearmodifiers", first]);
        tokio::time::sleep(Duration::from_millis(400)).await;
        xdotool(&["type", "--delay", "20", &path.to_string_lossy()]);
        tokio::time::sleep(Duration::from_millis(400)).await;
        xdotool(&["key", "Return"]);
        for _ in 0..50 {
            let output = xdotool(&["search", "--onlyvisible", "--name", title]);
            if output.stdout.is_empty() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        self.give_up(&format!("the dialog {title:?} does not close")).await;
    }
}

/// Whether a process is there and has not ended.
fn runs(process: &str) -> bool {
    let state = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    state.rsplit_once(')').is_some_and(|(_, rest)| !rest.trim_start().starts_with('Z'))
}

impl Drop for Window {
    fn drop(&mut self) {
        drop(self.driver.kill());
        drop(self.driver.wait());
    }
}
