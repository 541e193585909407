//! What a file is and what it says: its type by content, its text, pictures of its pages, and
//! suggestions for the data of a document record.
//!
//! Files come from anywhere and may be broken or hostile. [`Reader`] therefore reads each in a
//! process of its own with limits of time, memory and output; whatever happens there, the caller
//! gets a [`Reading`] or a [`Refusal`].

mod cells;
mod child;
mod container;
mod docx;
mod file_type;
mod gathered;
mod html;
mod limits;
mod mail;
mod mail_file;
mod normal;
mod outlook;
mod passage;
mod pdf;
mod picture;
mod reader;
mod recognise;
mod refusal;
mod serve;
pub mod suggest;
mod task;
mod text;
pub mod trade;
mod xlsx;

pub use file_type::FileType;
pub use limits::Limits;
pub use mail_file::Mail;
pub use passage::{Passage, Place, Reading, Standing};
pub use reader::{Picture, Reader};
pub use refusal::Refusal;
pub use serve::serve_if_asked;
