//! Starts the app in the page. Everything else is the library, so that it can be tested natively.

fn main() {
    anju_public::run();
}
