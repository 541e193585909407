//! The desktop program.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

/// Judging builds many small explanations; the system's allocator took two fifths of its time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    shipshape_desktop::run()
}
