//! The list of commands made callable from the window.

use crate::desk::Desk;
use app::views::*;
use tauri::State;
use tauri::ipc::Invoke;

macro_rules! commands {
    ($($name:ident($request:ty) -> $response:ty;)+) => {
        mod handlers {
            use super::*;
            $(
                #[tauri::command(async)]
                pub(super) fn $name(
                    desk: State<'_, Desk>,
                    input: $request,
                ) -> Result<$response, Failed> {
                    crate::commands::$name(&desk, input)
                }
            )+
        }

        /// Routes every command of the list.
        pub(crate) fn handler() -> impl Fn(Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$(handlers::$name),+]
        }
    };
}

include!("commands.in");
