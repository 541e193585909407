//! What a file is and what it says: its type by content, its text, pictures of its pages, and
//! suggestions for the data of a document record.
//!
//! Files come from anywhere and may be broken or hostile. [`Reader`] therefore reads each in a
//! process of its own with limits of time, memory and output; whatever happens there, the caller
//! gets a [`Reading`] or a [`Refusal`].

mod file_type;
mod passage;
mod picture;
mod reader;
mod refusal;
pub mod suggest;
mod text;
pub mod trade;

pub use file_type::FileType;
pub use passage::{Passage, Place, Reading, Standing};
pub use reader::{Limits, Picture, Reader, serve_if_asked};
pub use refusal::Refusal;
