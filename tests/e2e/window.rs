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
        Self { page, driver, display: display.name.clone() }
    }

    /// Closes the window, as at the end of a day.
    pub(crate) async fn close(mut self) {
        eprintln!("close");
        // The driver does not always answer once its browser has gone.
        drop(tokio::time::timeout(Duration::from_secs(10), self.page.clone().close()).await);
        drop(self.driver.kill());
        drop(self.driver.wait());
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
        match self.page.wait().at_most(PATIENCE).for_element(Locator::Css(css)).await {
            Ok(element) => element,
            Err(error) => self.give_up(&format!("{css} does not show up ({error})")).await,
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
        eprintln!("is there {css}?");
        self.page.find(Locator::Css(css)).await.is_ok()
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

    pub(crate) async fn script(&self, script: &str) -> serde_json::Value {
        // A question asked in the middle of a change of page may stay without an answer.
        for _ in 0..3 {
            let asked = self.page.execute(script, Vec::new());
            if let Ok(answer) = tokio::time::timeout(Duration::from_secs(10), asked).await {
                return answer.unwrap();
            }
            eprintln!("no answer to {script}");
        }
        panic!("the page does not answer {script}");
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

impl Drop for Window {
    fn drop(&mut self) {
        drop(self.driver.kill());
        drop(self.driver.wait());
    }
}

impl Window {
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
        let asked = self.page.execute_async(script, Vec::new());
        let answer = tokio::time::timeout(Duration::from_secs(60), asked).await;
        answer.expect("the page answers within a minute").unwrap()
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

    /// Keeps what a document's form proposes, where one opened after attaching.
    pub(crate) async fn close_form(&self) {
        self.click("[data-testid=save-document]").await;
        self.gone("[data-testid=save-document]").await;
    }
}
