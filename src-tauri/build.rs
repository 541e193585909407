//! Tells Tauri which commands exist, so that the window may call these and nothing else.

macro_rules! commands {
    ($($name:ident($request:ty) -> $response:ty;)+) => {
        const COMMANDS: &[&str] = &[$(stringify!($name)),+];
    };
}

include!("src/commands.in");

fn main() {
    println!("cargo:rerun-if-changed=src/commands.in");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:warning={error:#}");
        std::process::exit(1);
    }
}
