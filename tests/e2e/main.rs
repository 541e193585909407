//! The built program driven in its real window, as a person does: clicks and keys through WebDriver,
//! native dialogs through the X server. Each test has a display and a data folder of its own.

mod accessibility;
mod journey;
mod window;
